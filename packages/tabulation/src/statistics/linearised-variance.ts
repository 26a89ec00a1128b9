import type { SampleDesign } from '../sample-design.ts'

/**
 * A linearised estimate: each respondent's score is what that respondent adds to it. By sampling unit the sum of
 * the scores and of their squares; the squares are read in designs without clusters only.
 */
export interface UnitScores {
  readonly sums: readonly number[]
  readonly squares: readonly number[]
}

/** Variance of a linearised estimate: its covariance with itself. */
export function linearisedVariance(design: SampleDesign, { sums, squares }: UnitScores): number {
  // Rounding can carry a variance of 0 just below it.
  return Math.max(
    0,
    linearisedCovariance(design, sums, sums, (unit) => squares[unit]!),
  )
}

/**
 * Covariance of two linearised estimates from the sums of their scores by sampling unit. With `s` and `t` the
 * scores of the `n` sampled clusters (respondents, in a design without clusters) of a stratum of which a share
 * `f` was sampled, it is the sum over strata of `(1 - f) n / (n - 1) (sum s t - sum s sum t / n)`. Units outside
 * the group that is estimated score 0, and count in `n`.
 *
 * Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, 5.8; R `survey::svyrecvar`.
 *
 * @param products by unit the sum of `s t` over its respondents; read in designs without clusters only.
 */
export function linearisedCovariance(
  design: SampleDesign,
  a: readonly number[],
  b: readonly number[],
  products: (unit: number) => number,
): number {
  const sums = design.strata.map(() => ({ a: 0, b: 0, products: 0 }))
  for (let unit = 0; unit < a.length; unit++) {
    const within = sums[design.stratumOf[unit]!]!
    within.a += a[unit]!
    within.b += b[unit]!
    within.products += design.clustered ? a[unit]! * b[unit]! : products(unit)
  }
  return design.strata.reduce((all, { sampled, fraction }, stratum) => {
    const within = sums[stratum]!
    const spread = within.products - (within.a * within.b) / sampled
    return all + (1 - fraction) * (sampled / (sampled - 1)) * spread
  }, 0)
}

/**
 * The scores of clusters as deviations from their stratum's mean, scaled so that the covariance of two estimates is
 * the sum of products: what `linearisedCovariance` gives for designs with clusters, in one multiplication a cluster.
 */
export function clusterDeviations(design: SampleDesign, scores: readonly number[]): Float64Array {
  const sums = design.strata.map(() => 0)
  for (const [unit, score] of scores.entries()) sums[design.stratumOf[unit]!]! += score
  return Float64Array.from(scores, (score, unit) => {
    const { sampled, fraction } = design.strata[design.stratumOf[unit]!]!
    const mean = sums[design.stratumOf[unit]!]! / sampled
    return (score - mean) * Math.sqrt(((1 - fraction) * sampled) / (sampled - 1))
  })
}
