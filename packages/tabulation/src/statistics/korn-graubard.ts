import { tQuantile } from '../distributions.ts'
import { clopperPearson } from './clopper-pearson.ts'
import type { Interval } from './interval.ts'

/** A proportion estimated from a weighted sample. */
export interface EstimatedProportion {
  /** Between 0 and 1. */
  readonly proportion: number
  /** Linearised variance of the proportion. */
  readonly variance: number
  /** Respondents it rests on. */
  readonly n: number
  /** Degrees of freedom of the group in the sample. */
  readonly df: number
}

/**
 * Clopper-Pearson on the effective sample size `p (1 - p) / v`, adjusted by `(t(n - 1) / t(df))^2` and never above
 * `n`; R's `svyciprop(method = "beta")` has no such bound. Where the variance is 0 (nobody or everybody, or every
 * unit of the population sampled) the effective size is `n`. Undefined without a degree of freedom.
 *
 * Source: Korn and Graubard (1998), Survey Methodology 24, 193-201.
 */
export function kornGraubard(estimate: EstimatedProportion, confidenceLevel: number): Interval | undefined {
  const { proportion, variance, n, df } = estimate
  if (df < 1) return undefined
  const tail = (1 - confidenceLevel) / 2
  const effective =
    variance > 0
      ? (proportion * (1 - proportion) * (tQuantile(tail, n - 1) / tQuantile(tail, df)) ** 2) / variance
      : n
  const size = Math.min(effective, n)
  return clopperPearson(proportion * size, size, confidenceLevel)
}
