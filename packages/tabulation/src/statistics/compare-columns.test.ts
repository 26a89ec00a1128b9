import { describe, expect, it } from 'vitest'
import { simpleDesign } from '../sample-design.ts'
import { unitSumsOf } from '../testing/sampled.ts'
import { compareColumns } from './compare-columns.ts'
import type { GroupPart } from './proportion-variance.ts'

/** A weighted column; the wave has two respondents, so that the sum of squared scores counts twice. */
function column(proportion: number, variance = 0.005, respondents = 2): GroupPart {
  const squares = variance / 2 / ((1 - proportion) ** 2 + proportion ** 2)
  return {
    part: { respondents: [1], weights: [proportion], squaredWeights: [squares] },
    all: { respondents: [respondents], weights: [1], squaredWeights: [2 * squares] },
  }
}
const weighted = (columns: readonly GroupPart[], confidenceLevel: number) =>
  compareColumns(columns, { weighted: true, design: simpleDesign(2), confidenceLevel })

const counted = (part: number, all: number): GroupPart => ({
  part: unitSumsOf(new Array(part).fill({ weight: 1 })),
  all: unitSumsOf(new Array(all).fill({ weight: 1 })),
})
const unweighted = (columns: readonly GroupPart[], confidenceLevel: number) =>
  compareColumns(columns, { weighted: false, design: simpleDesign(100), confidenceLevel })

describe('compareColumns', () => {
  // Each difference has a standard error of 0.1 and 2 df, so that p = 2 / (s (s + t)) with s = sqrt(2 + t^2):
  // t = 7: 0.0198, t = 4: 0.0572, t = 3: 0.0955. Holm: times 3, 2 and 1, in that order.
  const columns = [column(0.9), column(0.6), column(0.2)]

  it.each([
    [0.95, [[], [], []], '0.0594 is above 0.05'],
    [0.9, [[2], [], []], '0.1144 is above 0.10, so that 0.0955 is not reached'],
    [0.88, [[1, 2], [2], []], 'all are below 0.12'],
  ])('corrects step by step as Holm does, at level %d', (level, expected) => {
    expect(weighted(columns, level)).toEqual(expected)
  })

  it('takes none of a few, or all of them, for no more than they are', () => {
    // Fisher's exact p is 0.18 and 1; of 0 of 50 against 30 of 50 it is 1e-11.
    expect(unweighted([counted(12, 47), counted(0, 9)], 0.95)).toEqual([[], []])
    expect(unweighted([counted(9, 9), counted(129, 141)], 0.95)).toEqual([[], []])
    expect(unweighted([counted(0, 50), counted(30, 50)], 0.95)).toEqual([[], [0]])
  })

  it('keeps to the order of the columns', () => {
    const turned = [column(0.2), column(0.9), column(0.6)]
    expect(weighted(turned, 0.9)).toEqual([[], [0], []])
    expect(weighted(turned, 0.88)).toEqual([[], [0, 2], [0]])
  })

  it('corrects for pairs that do not differ too', () => {
    // t = 7 is 0.0198: below 0.05 as one of 2 pairs, above it as one of 3.
    expect(weighted([column(0.9), column(0.2), column(0.2)], 0.95)).toEqual([[], [], []])
    expect(weighted([column(0.9), column(0.2)], 0.95)).toEqual([[1], []])
  })

  it('counts the respondents of both columns for the degrees of freedom', () => {
    // t = 2.2 has a two-sided p of 0.0524 with 10 df and of 0.0481 with 12 df.
    const pair = (respondents: number) => [column(0.52, 0.005, respondents), column(0.3, 0.005, 6)]
    expect(weighted(pair(6), 0.95)).toEqual([[], []])
    expect(weighted(pair(8), 0.95)).toEqual([[1], []])
  })

  it('adds up the variances of both columns', () => {
    // z = 0.2 / 0.1 = 2 with 0.006 + 0.004, so p = 0.0455 with many respondents.
    const pair = [column(0.5, 0.006, 10_000), column(0.3, 0.004, 10_000)]
    expect(weighted(pair, 0.95)).toEqual([[1], []])
    expect(weighted(pair, 0.96)).toEqual([[], []])
  })

  it('claims nothing without degrees of freedom', () => {
    expect(weighted([column(0.9, 1e-9, 1), column(0.1, 1e-9, 1)], 0.95)).toEqual([[], []])
  })

  it('has nothing to compare with fewer than two columns', () => {
    expect(weighted([], 0.95)).toEqual([])
    expect(weighted([column(0.5)], 0.95)).toEqual([[]])
  })
})

describe('compareColumns, unweighted', () => {
  it('has binomial variances', () => {
    // (0.8 - 0.4) / sqrt(0.16 / 20 + 0.24 / 20) = 2.828427; R: 2 * pt(-2.828427, 38) = 0.00742681
    const columns = [counted(16, 20), counted(8, 20)]
    expect(unweighted(columns, 1 - 0.00743)).toEqual([[1], []])
    expect(unweighted(columns, 1 - 0.00742)).toEqual([[], []])
  })

  it('tells all from none by the pooled proportion', () => {
    // t = 1 / sqrt(0.25 * (1 / 2 + 1 / 2)) = 2 with 2 df: p = 2 / (s (s + t)) with s = sqrt(6), 0.183503.
    const columns = [counted(0, 2), counted(2, 2)]
    expect(unweighted(columns, 0.8164)).toEqual([[], [0]])
    expect(unweighted(columns, 0.8166)).toEqual([[], []])
    expect(unweighted([counted(50, 50), counted(0, 50), counted(50, 50)], 0.95)).toEqual([[1], [], [1]])
  })

  it('claims nothing where all columns say the same', () => {
    expect(unweighted([counted(50, 50), counted(50, 50)], 0.95)).toEqual([[], []])
    expect(unweighted([counted(0, 50), counted(0, 50)], 0.95)).toEqual([[], []])
  })
})

describe('compareColumns, with clusters', () => {
  const design = { clustered: true, strata: [{ sampled: 4, fraction: 0 }], stratumOf: [0, 0, 0, 0] }
  const clustered = (columns: readonly GroupPart[], confidenceLevel: number) =>
    compareColumns(columns, { weighted: true, design, confidenceLevel })
  /** By cluster how many of ten in the column gave the answer. */
  const ofTen = (...answered: number[]): GroupPart => ({
    part: { respondents: answered, weights: answered, squaredWeights: answered },
    all: { respondents: [10, 10, 10, 10], weights: [10, 10, 10, 10], squaredWeights: [10, 10, 10, 10] },
  })

  it('lets columns that share clusters covary', () => {
    // Differences by cluster 0.3, 0.2, 0.4, 0.3: their mean 0.3 has variance 4 / 3 * 0.02 / 16, so that t = 7.348469
    // with 2 df: p = 2 / (s (s + t)) with s = sqrt(56), 0.0180195. Each column by itself varies so much that
    // independent ones would have p = 0.279.
    const columns = [ofTen(9, 2, 7, 4), ofTen(6, 0, 3, 1)]
    expect(clustered(columns, 0.9819)).toEqual([[1], []])
    expect(clustered(columns, 0.982)).toEqual([[], []])
  })

  it('tells all from none by the pooled proportion and effective bases', () => {
    // t = 1 / sqrt(0.25 * (1 / 40 + 1 / 40)) = 8.944272 with 2 df: p = 2 / (s (s + t)) with s = sqrt(82), 0.012270.
    const columns = [ofTen(10, 10, 10, 10), ofTen(0, 0, 0, 0)]
    expect(clustered(columns, 0.9877)).toEqual([[1], []])
    expect(clustered(columns, 0.9878)).toEqual([[], []])
  })
})
