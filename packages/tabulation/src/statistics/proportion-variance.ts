import type { SampleDesign } from '../sample-design.ts'
import { linearisedVariance, type UnitScores } from './linearised-variance.ts'
import { sumOf, type UnitSums } from './unit-sums.ts'

/** The sums of a group (`all`) and of those in it who gave the answer (`part`). */
export interface GroupPart {
  readonly part: UnitSums
  readonly all: UnitSums
}

/** The weighted proportion of a group that gave the answer. */
export function proportionOf({ part, all }: GroupPart): number {
  return sumOf(part.weights) / sumOf(all.weights)
}

/**
 * Scores of a weighted proportion `p` in a group of weight `W`: `w (y - p) / W`, with `y` 1 for those who gave the
 * answer and 0 for the others.
 */
export function proportionScores({ part, all }: GroupPart): UnitScores {
  const total = sumOf(all.weights)
  const p = proportionOf({ part, all })
  return {
    sums: Array.from(all.weights, (weights, unit) => (part.weights[unit]! - p * weights) / total),
    squares: Array.from(all.squaredWeights, (squares, unit) => {
      const answered = part.squaredWeights[unit]!
      return ((1 - p) ** 2 * answered + p ** 2 * (squares - answered)) / total ** 2
    }),
  }
}

/**
 * Linearised variance of a weighted proportion in a group, as a domain of the sample.
 *
 * Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, 5.8; R `survey::svymean`.
 */
export function proportionVariance(proportion: GroupPart, design: SampleDesign): number {
  return linearisedVariance(design, proportionScores(proportion))
}
