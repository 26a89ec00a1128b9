/** Where a table came from and how it was asked, for formats that carry notes. */
export interface TableSource {
  /** Address of the table, of the service at least the path. */
  readonly address: string
  /** Digests of the releases, in the order of the table's waves. */
  readonly releases: readonly string[]
  /** Of each filter its variable and the codes that it kept. */
  readonly filter: readonly { readonly variable: string; readonly categories: readonly string[] }[]
}
