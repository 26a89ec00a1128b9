import type { Distribution } from '../distribution.ts'
import type { UnitSums } from '../statistics/unit-sums.ts'

/** A respondent with a weight, in a sampling unit. */
export interface Sampled {
  readonly weight: number
  /** The first unit where absent. */
  readonly unit?: number
}

/** The sums of respondents by sampling unit, of which there are `units`. */
export function unitSumsOf(respondents: readonly Sampled[], units = 1): UnitSums {
  const sums = (value: (respondent: Sampled) => number) =>
    Array.from({ length: units }, (_, unit) =>
      respondents
        .filter((respondent) => (respondent.unit ?? 0) === unit)
        .reduce((sum, respondent) => sum + value(respondent), 0),
    )
  return {
    respondents: sums(() => 1),
    weights: sums(({ weight }) => weight),
    squaredWeights: sums(({ weight }) => weight ** 2),
  }
}

/** The distribution of numbers given by respondents. */
export function distributionOf(respondents: readonly (Sampled & { readonly value: number })[]): Distribution {
  const entries = respondents.toSorted((a, b) => a.value - b.value)
  return {
    values: Float64Array.from(entries, ({ value }) => value),
    units: Float64Array.from(entries, ({ unit }) => unit ?? 0),
    respondents: Float64Array.from(entries, () => 1),
    weights: Float64Array.from(entries, ({ weight }) => weight),
    squaredWeights: Float64Array.from(entries, ({ weight }) => weight ** 2),
  }
}
