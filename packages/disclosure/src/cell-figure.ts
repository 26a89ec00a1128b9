import {
  clopperPearson,
  cubeIndex,
  degreesOfFreedom,
  type GroupPart,
  type Interval,
  kornGraubard,
  proportionOf,
  proportionVariance,
  type RawCrosstab,
  unitSumsAt,
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
  const wide = slots.slice()
  for (let index = 0; index < wide.length; index++) {
    const { role, any } = table.dimensions[index]!
    if (roles.includes(role)) wide[index] = any
  }
  return wide
}

/** A cell as a part of its column, by sampling unit. */
export function partOfColumn(table: RawCrosstab, slots: readonly number[]): GroupPart {
  return { part: unitSumsAt(table, slots), all: unitSumsAt(table, widen(table, slots, ['ROW'])) }
}

/**
 * Interval of a cell's share of its column, from 0 to 100: Korn-Graubard when weighted, else Clopper-Pearson. Null
 * where the sample leaves the column no degree of freedom.
 */
export function shareInterval(table: RawCrosstab, slots: readonly number[]): Interval | null {
  const level = table.request.confidenceLevel
  const interval = table.request.weighted
    ? kornGraubard(estimate(table, slots), level)
    : clopperPearson(
        sumsAt(table, slots).respondents,
        sumsAt(table, widen(table, slots, ['ROW'])).respondents,
        level,
      )
  return interval === undefined ? null : { low: interval.low * 100, high: interval.high * 100 }
}

function estimate(table: RawCrosstab, slots: readonly number[]) {
  const share = partOfColumn(table, slots)
  return {
    proportion: proportionOf(share),
    variance: proportionVariance(share, table.design),
    n: sumsAt(table, widen(table, slots, ['ROW'])).respondents,
    df: degreesOfFreedom(table.design, share.all.respondents),
  }
}
