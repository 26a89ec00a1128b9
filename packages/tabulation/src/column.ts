/** In a column of codes: the question was not put to this respondent (routing, or not in this wave). */
export const NOT_ASKED = 255
/** In a column of codes: the question was put, and not answered. */
export const NO_ANSWER = 254

/** One answer per respondent: the index of a category, `NO_ANSWER` or `NOT_ASKED`. */
export interface SingleColumn {
  readonly kind: 'single'
  readonly codes: Uint8Array
}

/** Several answers per respondent: per option 1 (named), 0 (not named), `NO_ANSWER` or `NOT_ASKED`. */
export interface MultipleColumn {
  readonly kind: 'multiple'
  readonly options: readonly Uint8Array[]
}

/** A number per respondent; `presence` is 0 where there is one, else `NO_ANSWER` or `NOT_ASKED`. */
export interface NumericColumn {
  readonly kind: 'numeric'
  readonly values: Float64Array
  readonly presence: Uint8Array
}

/** A number per respondent of at most 250 different ones: the index of its level, `NO_ANSWER` or `NOT_ASKED`. */
export interface LevelsColumn {
  readonly kind: 'levels'
  /** Ascending. */
  readonly levels: Float64Array
  readonly codes: Uint8Array
}

/** The answers to one variable in one wave, by respondent. */
export type Column = SingleColumn | MultipleColumn | NumericColumn | LevelsColumn
