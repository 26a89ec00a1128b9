import { tTwoSided } from '../distributions.ts'
import type { SampleDesign } from '../sample-design.ts'
import { effectiveBase } from './effective-base.ts'
import { holmAdjusted } from './holm.ts'
import { linearisedVariance } from './linearised-variance.ts'
import { type GroupPart, proportionOf, proportionScores } from './proportion-variance.ts'
import { degreesOfFreedom, sumOf } from './unit-sums.ts'

/** How to compare columns: as equal respondents, or weighted, as domains of a sample. */
export interface CompareOptions {
  readonly weighted: boolean
  readonly design: SampleDesign
  readonly confidenceLevel: number
}

/**
 * Which columns each column's proportion is significantly higher than. Columns share no respondent.
 *
 * Pairwise t tests `(p - q) / sqrt(v)`, with Holm's step-down correction over all pairs. Unweighted, `v` is
 * `p (1 - p) / n(p) + q (1 - q) / n(q)`; weighted, the linearised variance of the difference, in which columns
 * that share clusters or strata covary. A proportion of 0% or 100% has a variance of 0, however few they are: `v` then
 * comes from the pooled proportion `r` and effective bases, `r (1 - r) (1 / e(p) + 1 / e(q))`. Degrees of freedom: those of both columns
 * together minus 1; `n(p) + n(q) - 2` without strata and clusters.
 *
 * Source: R `survey::svyttest`, but for proportions of 0% and 100%; `holmAdjusted`.
 *
 * @returns per column, the indexes of the columns it exceeds, ascending.
 */
export function compareColumns(columns: readonly GroupPart[], options: CompareOptions): number[][] {
  const pairs = columns.flatMap((column, first) =>
    columns.slice(0, first).map((other, second) => {
      const { difference, pValue } =
        isAllOrNone(column) || isAllOrNone(other)
          ? tTest(column, other, pooledVariance(column, other), options)
          : compareTwo(column, other, options)
      return difference > 0 ? { high: first, low: second, pValue } : { high: second, low: first, pValue }
    }),
  )
  const adjusted = holmAdjusted(pairs.map(({ pValue }) => pValue))
  const significant = pairs.filter((_, pair) => adjusted[pair]! <= 1 - options.confidenceLevel)
  return columns.map((_, column) =>
    significant
      .filter(({ high }) => high === column)
      .map(({ low }) => low)
      .sort((a, b) => a - b),
  )
}

/**
 * The t test of the difference between the proportions of two columns, as `survey::svyttest` has it; where that has a
 * variance of 0, by the pooled proportion. p is 1 where there is nothing to test.
 */
export function compareTwo(a: GroupPart, b: GroupPart, options: CompareOptions) {
  const { weighted, design } = options
  const ownVariance = weighted ? differenceVariance(a, b, design) : binomialVariance(a) + binomialVariance(b)
  return tTest(a, b, ownVariance > 0 ? ownVariance : pooledVariance(a, b), options)
}

function tTest(a: GroupPart, b: GroupPart, variance: number, { design }: CompareOptions) {
  const difference = proportionOf(a) - proportionOf(b)
  const standardError = Math.sqrt(variance)
  const respondents = Array.from(a.all.respondents, (inA, unit) => inA + b.all.respondents[unit]!)
  const df = degreesOfFreedom(design, respondents) - 1
  const pValue = standardError > 0 && df >= 1 ? tTwoSided(difference / standardError, df) : 1
  return { difference, standardError, df, pValue }
}

const isAllOrNone = (column: GroupPart) => [0, 1].includes(proportionOf(column))

function differenceVariance(a: GroupPart, b: GroupPart, design: SampleDesign): number {
  const [first, second] = [proportionScores(a), proportionScores(b)]
  return linearisedVariance(design, {
    sums: first.sums.map((sum, unit) => sum - second.sums[unit]!),
    squares: first.squares.map((square, unit) => square + second.squares[unit]!),
  })
}

function binomialVariance({ part, all }: GroupPart): number {
  const p = proportionOf({ part, all })
  return (p * (1 - p)) / sumOf(all.respondents)
}

function pooledVariance(a: GroupPart, b: GroupPart): number {
  const pooled =
    (sumOf(a.part.weights) + sumOf(b.part.weights)) / (sumOf(a.all.weights) + sumOf(b.all.weights))
  const bases = [a, b].map(({ all }) => effectiveBase(sumOf(all.weights), sumOf(all.squaredWeights)))
  return pooled * (1 - pooled) * (1 / bases[0]! + 1 / bases[1]!)
}
