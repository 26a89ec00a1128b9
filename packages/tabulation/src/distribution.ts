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

/** The respondents of one value and sampling unit, or some of them. */
export interface Entry {
  readonly value: number
  readonly unit: number
  readonly respondents: number
  readonly weights: number
  readonly squaredWeights: number
}

/** The distribution of entries that ascend by value. */
export function distributionOf(entries: readonly Entry[]): Distribution {
  return {
    values: entries.map(({ value }) => value),
    units: entries.map(({ unit }) => unit),
    respondents: entries.map(({ respondents }) => respondents),
    weights: entries.map(({ weights }) => weights),
    squaredWeights: entries.map(({ squaredWeights }) => squaredWeights),
  }
}
