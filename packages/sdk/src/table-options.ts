import type { CategoryFilter, Language } from './generated/operations.ts'

/** What every table takes. */
export interface TableOptions {
  /** Codes of the waves, such as `peo-2022`. Several make `wave` the last dimension: a trend. */
  readonly waves: readonly string[]
  /** Only these groups; all conditions hold at once. Default: everyone. */
  readonly filter?: readonly CategoryFilter[]
  /** Count respondents by their weight. Default: false. */
  readonly weighted?: boolean
  /** Of the intervals and tests, from 0.5 to 0.9999. Default: 0.95. */
  readonly confidenceLevel?: number
  /** Language of the labels. Default: `NL`. */
  readonly language?: Language
}

/** What a cross-tab takes. */
export interface CrosstabOptions extends TableOptions {
  /** Code of the row variable. */
  readonly rows: string
  /** Codes of the column variables. Default: none, which gives one unnamed column, the total. */
  readonly columns?: readonly string[]
}

/** What a table of means takes. */
export interface MeansOptions extends TableOptions {
  /** Code of a numeric variable. */
  readonly of: string
  /** Codes of the variables that make the groups. Default: none, which gives everyone. */
  readonly by?: readonly string[]
}

/** What the list of waves takes. */
export interface WavesOptions {
  /** Language of the titles. Default: `NL`. */
  readonly language?: Language
}

/** What the follow-up of a wave takes. */
export interface FollowUpOptions {
  /** Code of the wave, such as `peo-2022`. */
  readonly wave: string
  /** Language of what staff wrote; professionals write in their own. Default: `NL`. */
  readonly language?: Language
}
