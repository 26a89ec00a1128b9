import { cubeIndex } from '../cube.ts'
import type { SampleDesign } from '../sample-design.ts'
import type { RawCrosstab } from '../tabulate.ts'

/** Sums over the respondents of a group, by sampling unit. */
export interface UnitSums {
  readonly respondents: ArrayLike<number>
  readonly weights: ArrayLike<number>
  readonly squaredWeights: ArrayLike<number>
}

/** The sums of one place of a table. */
export function unitSumsAt(table: RawCrosstab, slots: readonly number[]): UnitSums {
  const { unitMoments, design, shape } = table
  const units = design.stratumOf.length
  const from = cubeIndex(shape, slots) * units
  return {
    respondents: unitMoments.respondents.subarray(from, from + units),
    weights: unitMoments.weights.subarray(from, from + units),
    squaredWeights: unitMoments.squaredWeights.subarray(from, from + units),
  }
}

/** The sum over all sampling units. */
export function sumOf(byUnit: ArrayLike<number>): number {
  let sum = 0
  for (let unit = 0; unit < byUnit.length; unit++) sum += byUnit[unit]!
  return sum
}

/**
 * Degrees of freedom of a group: the sampled units (clusters, else respondents) it occurs in minus the strata it
 * occurs in.
 *
 * Source: Korn and Graubard (1999), Analysis of Health Surveys, 5.2; R `survey::degf` of a subset.
 */
export function degreesOfFreedom(design: SampleDesign, respondents: ArrayLike<number>): number {
  const strata = new Set<number>()
  let units = 0
  for (const [unit, stratum] of design.stratumOf.entries()) {
    const inUnit = respondents[unit]!
    if (inUnit === 0) continue
    strata.add(stratum)
    units += design.clustered ? 1 : inUnit
  }
  return units - strata.size
}
