/** Narrows a table to respondents in one of these categories or nets (`net:<code>`). */
export interface CategoryFilter {
  readonly variable: string
  readonly categories: readonly string[]
}

/** What GraphQL and the GET routes ask alike. */
export interface TableInput {
  readonly waves: readonly string[]
  readonly filter: readonly CategoryFilter[]
  readonly weighted: boolean
  readonly confidenceLevel: number
}

/** A request for a cross-tab. */
export interface CrosstabInput extends TableInput {
  readonly rows: string
  readonly columns: readonly string[]
}

/** A request for means. */
export interface MeansInput extends TableInput {
  readonly of: string
  readonly by: readonly string[]
}
