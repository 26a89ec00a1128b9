/** What the tests use of it; the package has no types of its own. Source: https://jsonstat.com */
declare module 'jsonstat-toolkit' {
  interface Category {
    readonly unit: unknown
  }
  interface Dimension {
    readonly note: readonly string[] | null
    Category(code: string): Category | null
  }
  interface Dataset {
    readonly class: string
    readonly note: readonly string[] | null
    readonly extension: unknown
    Data(codes: Readonly<Record<string, string>>): unknown
    Dimension(of: { readonly role: 'metric' }): readonly Dimension[] | null
    Dimension(code: string): Dimension | null
  }
  export default function JSONstat(dataset: object): Dataset
}
