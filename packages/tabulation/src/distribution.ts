/**
 * The answers of one group to a numeric question: entries by value and sampling unit, ascending by value. Each
 * entry holds at least one respondent; entries with the same value and unit may occur.
 */
export interface Distribution {
  readonly values: Float64Array
  /** Index of the sampling unit. */
  readonly units: Float64Array
  readonly respondents: Float64Array
  readonly weights: Float64Array
  readonly squaredWeights: Float64Array
}

/** A distribution of so many entries, each to be filled in. */
export function blankDistribution(entries: number): Distribution {
  return {
    values: new Float64Array(entries),
    units: new Float64Array(entries),
    respondents: new Float64Array(entries),
    weights: new Float64Array(entries),
    squaredWeights: new Float64Array(entries),
  }
}
