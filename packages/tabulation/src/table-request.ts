/** Selects one group of a variable that is not itself shown: a category code or `net:<code>`. */
export interface GroupSelection {
  readonly variable: string
  readonly code: string
}

/** Narrows a shown variable to some of its groups; figures stay those of the whole table. */
export interface ShownGroups {
  readonly variable: string
  readonly codes: readonly string[]
}

/** What both kinds of table can be asked. */
export interface RequestOptions {
  readonly filter: readonly GroupSelection[]
  readonly shown: readonly ShownGroups[]
  readonly weighted: boolean
  /** Between 0 and 1, both excluded. */
  readonly confidenceLevel: number
}

/** A cross-tab of one wave: one row variable by any number of column variables. */
export interface CrosstabRequest extends RequestOptions {
  readonly rows: string
  readonly columns: readonly string[]
}

/** Means of a numeric variable in one wave, by groups. */
export interface MeansRequest extends RequestOptions {
  readonly of: string
  readonly by: readonly string[]
}
