/**
 * The answers of one group to a numeric question: entries by value and sampling unit, ascending by value. Each
 * entry holds at least one respondent; entries with the same value and unit may occur.
 */
export interface Distribution {
  readonly values: readonly number[]
  /** Index of the sampling unit. */
  readonly units: readonly number[]
  readonly respondents: readonly number[]
  readonly weights: readonly number[]
  readonly squaredWeights: readonly number[]
}
