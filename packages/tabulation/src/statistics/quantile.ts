import type { Distribution } from '../distribution.ts'
import { sumOf } from './unit-sums.ts'

/**
 * The value at which the cumulative weight passes a share `p` of it, averaged with the next value where it hits
 * `p` exactly.
 *
 * Source: Hyndman and Fan (1996), The American Statistician 50, 361-365, definition 2; R `survey::svyquantile`
 * with `qrule = "hf2"`.
 *
 * @throws RangeError when the group has no respondents.
 */
export function quantile({ values, weights }: Distribution, p: number): number {
  const total = sumOf(weights)
  let cumulative = 0
  for (let entry = 0; entry < values.length; entry++) {
    const value = values[entry]!
    cumulative += weights[entry]!
    const excess = cumulative - total * p
    if (Math.abs(excess) < total * 1e-12) {
      const next = values[entry + 1]
      return next === undefined ? value : (value + next) / 2
    }
    if (excess > 0) return value
  }
  throw new RangeError('a group without respondents has no quantiles')
}
