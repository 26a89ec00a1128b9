import { betaQuantile } from '../distributions.ts'
import type { Interval } from './interval.ts'

/**
 * Exact interval for a proportion: beta quantiles at `alpha / 2` and `1 - alpha / 2` with
 * `(x, n - x + 1)` and `(x + 1, n - x)`. `x` may be fractional, as in Korn-Graubard.
 *
 * Source: Clopper and Pearson (1934), Biometrika 26(4), 404-413.
 */
export function clopperPearson(x: number, n: number, confidenceLevel: number): Interval {
  const tail = (1 - confidenceLevel) / 2
  return {
    low: x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x >= n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  }
}
