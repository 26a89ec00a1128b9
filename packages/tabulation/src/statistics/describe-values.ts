import type { Distribution } from '../distribution.ts'
import { tQuantile } from '../distributions.ts'
import type { SampleDesign } from '../sample-design.ts'
import type { Interval } from './interval.ts'
import { linearisedVariance } from './linearised-variance.ts'
import { quantile } from './quantile.ts'
import { degreesOfFreedom, sumOf } from './unit-sums.ts'

/** Mean, spread and middle of one group's answers, in the question's own unit. */
export interface ValueDescription {
  readonly mean: number
  /** With `n - 1` in the denominator; undefined below two respondents. */
  readonly standardDeviation: number | undefined
  /** Undefined below two respondents, and within one cluster: nothing tells how clusters differ. */
  readonly standardError: number | undefined
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  /** Interval for the mean; undefined where the standard error is, and without a degree of freedom. */
  readonly interval: Interval | undefined
}

/** How to describe a group: as equal respondents, or weighted, as a domain of a sample. */
export interface DescribeOptions {
  readonly weighted: boolean
  readonly design: SampleDesign
  readonly confidenceLevel: number
}

/**
 * Describes a group of at least one respondent, with mean `m = sum w y / W`.
 *
 * Standard deviation: the root of `sum w (y - m)^2 / W * n / (n - 1)`. Standard error: unweighted `s / sqrt(n)`;
 * weighted the root of the linearised variance of scores `w (y - m) / W`. The interval is `m ± t(df) * SE`, with
 * the degrees of freedom of the group in the sample: `n - 1` without strata and clusters.
 *
 * Source: R `survey` (`svymean`, `svyvar`, `confint` with `df = degf`).
 */
export function describeValues(group: Distribution, options: DescribeOptions): ValueDescription {
  const { values, weights } = group
  const n = sumOf(group.respondents)
  const total = sumOf(weights)
  const mean = sumOf(values.map((value, entry) => weights[entry]! * value)) / total
  const squares = sumOf(values.map((value, entry) => weights[entry]! * (value - mean) ** 2))
  const standardDeviation = n < 2 ? undefined : Math.sqrt(((squares / total) * n) / (n - 1))
  const inUnits = byUnit(group, options.design, group.respondents)
  const units = options.design.clustered ? inUnits.filter((count) => count > 0).length : n
  const standardError =
    standardDeviation === undefined || units < 2
      ? undefined
      : options.weighted
        ? Math.sqrt(meanVariance(group, mean, options.design))
        : standardDeviation / Math.sqrt(n)
  const df = degreesOfFreedom(options.design, inUnits)
  return {
    mean,
    standardDeviation,
    standardError,
    lowerQuartile: quantile(group, 0.25),
    median: quantile(group, 0.5),
    upperQuartile: quantile(group, 0.75),
    interval:
      standardError === undefined || df < 1
        ? undefined
        : around(mean, standardError, df, options.confidenceLevel),
  }
}

function meanVariance(group: Distribution, mean: number, design: SampleDesign): number {
  const total = sumOf(group.weights)
  const distances = group.values.map((value) => (value - mean) / total)
  return linearisedVariance(design, {
    sums: byUnit(
      group,
      design,
      distances.map((distance, entry) => group.weights[entry]! * distance),
    ),
    squares: byUnit(
      group,
      design,
      distances.map((distance, entry) => group.squaredWeights[entry]! * distance ** 2),
    ),
  })
}

function byUnit({ units }: Distribution, design: SampleDesign, entries: ArrayLike<number>): number[] {
  const sums = design.stratumOf.map(() => 0)
  for (let entry = 0; entry < units.length; entry++) sums[units[entry]!]! += entries[entry]!
  return sums
}

function around(mean: number, standardError: number, df: number, confidenceLevel: number): Interval {
  const margin = tQuantile(1 - (1 - confidenceLevel) / 2, df) * standardError
  return { low: mean - margin, high: mean + margin }
}
