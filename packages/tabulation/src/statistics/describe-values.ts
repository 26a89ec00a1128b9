import { tQuantile } from '../distributions.ts'
import type { GroupValues } from '../tabulate-means.ts'
import type { Interval } from './interval.ts'

/** Mean, spread and middle of one group's answers, in the question's own unit. */
export interface ValueDescription {
  readonly mean: number
  /** With `n - 1` in the denominator; undefined below two respondents. */
  readonly standardDeviation: number | undefined
  readonly standardError: number | undefined
  readonly median: number
  /** Interval for the mean. */
  readonly interval: Interval | undefined
}

/** How to describe a group: as equal respondents, or weighted, as a domain of a wave of `size` respondents. */
export interface DescribeOptions {
  readonly weighted: boolean
  readonly size: number
  readonly confidenceLevel: number
}

/**
 * Describes a group of at least one respondent.
 *
 * Unweighted: standard error `s / sqrt(n)`. Weighted: linearised, `size / (size - 1) * sum (w (y - m) / W)^2`;
 * standard deviation `sum w (y - m)^2 / W * n / (n - 1)`. The interval is `m ± t(n - 1) * SE`. The median is
 * the value at which the cumulative weight passes half, averaged with the next where it hits half exactly.
 *
 * Source: R `survey` (`svymean`, `svyvar`, `svyquantile` with `qrule = "hf2"`); Hyndman and Fan (1996).
 */
export function describeValues(group: GroupValues, options: DescribeOptions): ValueDescription {
  const { values, weights } = group
  const n = values.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = values.reduce((sum, value, index) => sum + weights[index]! * value, 0) / total
  const median = weightedMedian(values, weights, total)
  if (n < 2) {
    return { mean, median, standardDeviation: undefined, standardError: undefined, interval: undefined }
  }
  const squares = values.reduce((sum, value, index) => sum + weights[index]! * (value - mean) ** 2, 0)
  const standardDeviation = Math.sqrt(((squares / total) * n) / (n - 1))
  const linearised = values.reduce((sum, value, index) => sum + (weights[index]! * (value - mean)) ** 2, 0)
  const standardError = options.weighted
    ? Math.sqrt((options.size / (options.size - 1)) * linearised) / total
    : standardDeviation / Math.sqrt(n)
  const margin = tQuantile(1 - (1 - options.confidenceLevel) / 2, n - 1) * standardError
  return {
    mean,
    median,
    standardDeviation,
    standardError,
    interval: { low: mean - margin, high: mean + margin },
  }
}

function weightedMedian(values: readonly number[], weights: readonly number[], total: number): number {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!)
  let cumulative = 0
  for (const [rank, index] of order.entries()) {
    cumulative += weights[index]!
    const excess = cumulative - total / 2
    if (Math.abs(excess) < total * 1e-12) {
      const next = order[rank + 1]
      return next === undefined ? values[index]! : (values[index]! + values[next]!) / 2
    }
    if (excess > 0) return values[index]!
  }
  throw new RangeError('a group without respondents has no median')
}
