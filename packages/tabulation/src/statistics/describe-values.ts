import type { Distribution } from '../distribution.ts'
import { tQuantile } from '../distributions.ts'
import type { SampleDesign } from '../sample-design.ts'
import type { Interval } from './interval.ts'

/** Mean, spread and middle of one group's answers, in the question's own unit. */
export interface ValueDescription {
  readonly mean: number
  /** With `n - 1` in the denominator; undefined below two respondents. */
  readonly standardDeviation: number | undefined
  readonly standardError: number | undefined
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  /** Interval for the mean. */
  readonly interval: Interval | undefined
}

/** How to describe a group: as equal respondents, or weighted, as a domain of a sample. */
export interface DescribeOptions {
  readonly weighted: boolean
  readonly design: SampleDesign
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
export function describeValues(group: Distribution, options: DescribeOptions): ValueDescription {
  const { values, weights, squaredWeights } = group
  const sum = (numbers: readonly number[]) => numbers.reduce((all, value) => all + value, 0)
  const n = sum(group.respondents)
  const total = sum(weights)
  const mean = sum(values.map((value, entry) => weights[entry]! * value)) / total
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((p) => quantile(group, total, p)) as [
    number,
    number,
    number,
  ]
  const quantiles = { lowerQuartile, median, upperQuartile }
  if (n < 2) {
    return { mean, ...quantiles, standardDeviation: undefined, standardError: undefined, interval: undefined }
  }
  const squares = sum(values.map((value, entry) => weights[entry]! * (value - mean) ** 2))
  const standardDeviation = Math.sqrt(((squares / total) * n) / (n - 1))
  const linearised = sum(values.map((value, entry) => squaredWeights[entry]! * (value - mean) ** 2))
  const size = sum(options.design.strata.map(({ sampled }) => sampled))
  const standardError = options.weighted
    ? Math.sqrt((size / (size - 1)) * linearised) / total
    : standardDeviation / Math.sqrt(n)
  const margin = tQuantile(1 - (1 - options.confidenceLevel) / 2, n - 1) * standardError
  return {
    mean,
    ...quantiles,
    standardDeviation,
    standardError,
    interval: { low: mean - margin, high: mean + margin },
  }
}

function quantile({ values, weights }: Distribution, total: number, p: number): number {
  let cumulative = 0
  for (const [entry, value] of values.entries()) {
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
