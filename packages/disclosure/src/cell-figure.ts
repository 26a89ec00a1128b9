import {
  clopperPearson,
  cubeIndex,
  type Interval,
  kornGraubard,
  proportionVariance,
  type RawCrosstab,
} from '@peo/tabulation'

/** The sums of one combination of slots. */
export interface Sums {
  readonly respondents: number
  readonly weights: number
  readonly squaredWeights: number
}

/** Reads the sums of a combination of slots. */
export function sumsAt(table: RawCrosstab, slots: readonly number[]): Sums {
  const index = cubeIndex(table.shape, slots)
  return {
    respondents: table.moments.respondents[index]!,
    weights: table.moments.weights[index]!,
    squaredWeights: table.moments.squaredWeights[index]!,
  }
}

/** The same slots with the dimensions of a role widened to everyone who answered. */
export function widen(table: RawCrosstab, slots: readonly number[], roles: readonly string[]): number[] {
  return table.dimensions.map((dimension, index) =>
    roles.includes(dimension.role) ? dimension.any : slots[index]!,
  )
}

/** Interval of a share of a column, from 0 to 100: Korn-Graubard when weighted, else Clopper-Pearson. */
export function shareInterval(table: RawCrosstab, part: Sums, all: Sums): Interval {
  const level = table.request.confidenceLevel
  const interval = table.request.weighted
    ? kornGraubard(
        {
          proportion: part.weights / all.weights,
          variance: shareVariance(table, part, all),
          n: all.respondents,
          df: all.respondents - 1,
        },
        level,
      )
    : clopperPearson(part.respondents, all.respondents, level)
  return { low: interval.low * 100, high: interval.high * 100 }
}

/** Variance of a share of a column: linearised when weighted, else binomial. */
export function shareVariance(table: RawCrosstab, part: Sums, all: Sums): number {
  if (table.request.weighted) return proportionVariance({ part, all, size: table.size })
  const p = part.respondents / all.respondents
  return (p * (1 - p)) / all.respondents
}
