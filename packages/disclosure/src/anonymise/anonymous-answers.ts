import type { Protected } from '../protected.ts'
import type { AnonymisationReport } from './anonymisation-report.ts'

/** In a column of anonymised answers: there may be an answer, which is withheld to protect people. */
export const WITHHELD_ANSWER = 253

/** One variable of the anonymised answers, or one option of a variable with several answers. */
export interface AnonymousColumn {
  readonly variable: string
  /** Null where a respondent gives one answer. */
  readonly option: string | null
  /**
   * What the codes stand for: category codes, codes of a level's categories, numbers or weights; of an option 0
   * (not named) and 1.
   */
  readonly answers: readonly (string | number)[]
  /** Per row the place of its answer in `answers`, `WITHHELD_ANSWER`, `NO_ANSWER` or `NOT_ASKED`. */
  readonly codes: Uint8Array
}

/** The anonymised answers of a wave. Rows are in an order that says nothing of the order of the respondents. */
export interface AnonymousAnswers extends Protected {
  readonly size: number
  /** Sixteen random bytes per row. */
  readonly ids: Uint8Array
  readonly columns: readonly AnonymousColumn[]
  readonly report: AnonymisationReport
}
