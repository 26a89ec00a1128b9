import type { IndependenceTest, Interval } from '@peo/tabulation'

/**
 * Carried only by what `protect` or `protectMeans` returned: nothing else can be formatted or sent. A class, in
 * types only, because a private member is lost when a table is copied with other figures in it.
 */
export declare class Protected {
  private constructor()
  private readonly passed: true
}

/** A protected table before it carries the mark. */
export type Unmarked<Table extends Protected> = Omit<Table, keyof Protected>

/** One side of a protected table. */
export interface ProtectedDimension {
  readonly role: 'ROW' | 'COLUMN' | 'WAVE'
  /** Variable code; `wave` for the wave dimension. */
  readonly variable: string
  /** Category codes, then `net:<code>`. */
  readonly codes: readonly string[]
  readonly categoryCount: number
}

/** A figure that is not there: withheld to protect people, or never asked. Both carry no number at all. */
export interface AbsentFigure {
  readonly status: 'WITHHELD' | 'NOT_ASKED'
  /** Codes in dimension order. */
  readonly categories: readonly string[]
}

/** A cell that may be shown. Percentages and intervals run from 0 to 100. */
export interface CellFigure {
  readonly status: 'VALUE'
  readonly categories: readonly string[]
  /** Respondents, or the sum of their weights in a weighted table. */
  readonly count: number
  /** Respondents in the column who were asked and answered. */
  readonly base: number
  /** Kish's effective base of the column: the base in an unweighted table. Null where it is empty. */
  readonly effectiveBase: number | null
  /** Null where nobody gave the answer that the column stands for. */
  readonly columnPercent: number | null
  /** Null where the total it divides by is withheld. */
  readonly rowPercent: number | null
  /** Null where the total it divides by is withheld. */
  readonly totalPercent: number | null
  /** Of the column percentage; null too where the sample leaves it no degree of freedom, and where it is not wanted. */
  readonly interval: Interval | null
  /** Codes of the columns that this cell's percentage is significantly higher than; none where they are not wanted. */
  readonly higherThan: readonly string[]
}

/** What is said of a table as a whole; null where it cannot be computed or not be shown. */
export interface TableStatistics {
  readonly test: IndependenceTest | null
  readonly cramersV: number | null
  readonly effectiveBase: number | null
  readonly designEffect: number | null
}

/** A cross-tab that may be shown. Cells are row-major over the dimensions. */
export interface ProtectedCrosstab extends Protected {
  readonly kind: 'crosstab'
  readonly waves: readonly string[]
  readonly dimensions: readonly ProtectedDimension[]
  readonly cells: readonly (CellFigure | AbsentFigure)[]
  /** Respondents of the table; null where withheld or not asked. */
  readonly base: number | null
  readonly statistics: TableStatistics | null
  readonly weighted: boolean
  readonly confidenceLevel: number
}

/** The mean of a group that may be shown, in the question's unit. */
export interface MeanFigure {
  readonly status: 'VALUE'
  readonly categories: readonly string[]
  readonly base: number
  /** Kish's: the base in an unweighted table. */
  readonly effectiveBase: number
  readonly mean: number
  /** Null too where the plan withholds the spread, as are the standard error and the interval. */
  readonly standardDeviation: number | null
  readonly standardError: number | null
  /** Of fewer than 4 k respondents, and by the answers to a question, null. */
  readonly lowerQuartile: number | null
  /** Of fewer than 2 k respondents, and by the answers to a question, null. */
  readonly median: number | null
  /** Of fewer than 4 k respondents, and by the answers to a question, null. */
  readonly upperQuartile: number | null
  readonly interval: Interval | null
}

/** Means that may be shown. Groups are row-major over the dimensions. */
export interface ProtectedMeans extends Protected {
  readonly kind: 'means'
  readonly of: string
  readonly waves: readonly string[]
  readonly dimensions: readonly ProtectedDimension[]
  readonly groups: readonly (MeanFigure | AbsentFigure)[]
  readonly weighted: boolean
  readonly confidenceLevel: number
}

/** A table outside the closed list of released shapes. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly code: 'BREAKDOWN_NOT_RELEASED'
  /** The combination asked for. */
  readonly variables: readonly string[]
  /** The breakdowns that are released. */
  readonly released: readonly (readonly string[])[]
}
