import { describe, expect, it } from 'vitest'
import { compareColumns } from './compare-columns.ts'

const column = (proportion: number, variance = 0.005, respondents = 2) => ({
  proportion,
  variance,
  respondents,
})

describe('compareColumns', () => {
  // Each difference has a standard error of 0.1 and 2 df, so that p = 2 / (s (s + t)) with s = sqrt(2 + t^2):
  // t = 7: 0.0198, t = 4: 0.0572, t = 3: 0.0955. Holm: times 3, 2 and 1, in that order.
  const columns = [column(0.9), column(0.6), column(0.2)]

  it.each([
    [0.95, [[], [], []], '0.0594 is above 0.05'],
    [0.9, [[2], [], []], '0.1144 is above 0.10, so that 0.0955 is not reached'],
    [0.88, [[1, 2], [2], []], 'all are below 0.12'],
  ])('corrects step by step as Holm does, at level %d', (level, expected) => {
    expect(compareColumns(columns, level)).toEqual(expected)
  })

  it('keeps to the order of the columns', () => {
    const turned = [column(0.2), column(0.9), column(0.6)]
    expect(compareColumns(turned, 0.9)).toEqual([[], [0], []])
    expect(compareColumns(turned, 0.88)).toEqual([[], [0, 2], [0]])
  })

  it('corrects for pairs that do not differ too', () => {
    // t = 7 is 0.0198: below 0.05 as one of 2 pairs, above it as one of 3.
    expect(compareColumns([column(0.9), column(0.2), column(0.2)], 0.95)).toEqual([[], [], []])
    expect(compareColumns([column(0.9), column(0.2)], 0.95)).toEqual([[1], []])
  })

  it('counts the respondents of both columns for the degrees of freedom', () => {
    // t = 2.2 has a two-sided p of 0.0524 with 10 df and of 0.0481 with 12 df.
    const pair = (respondents: number) => [column(0.52, 0.005, respondents), column(0.3, 0.005, 6)]
    expect(compareColumns(pair(6), 0.95)).toEqual([[], []])
    expect(compareColumns(pair(8), 0.95)).toEqual([[1], []])
  })

  it('adds up the variances of both columns', () => {
    // z = 0.2 / 0.1 = 2 with 0.006 + 0.004, so p = 0.0455 with many respondents.
    const pair = [column(0.5, 0.006, 10_000), column(0.3, 0.004, 10_000)]
    expect(compareColumns(pair, 0.95)).toEqual([[1], []])
    expect(compareColumns(pair, 0.96)).toEqual([[], []])
  })

  it('claims nothing where there is no spread or there are no degrees of freedom', () => {
    expect(compareColumns([column(1, 0, 50), column(0, 0, 50)], 0.95)).toEqual([[], []])
    expect(compareColumns([column(0.9, 1e-9, 1), column(0.1, 1e-9, 1)], 0.95)).toEqual([[], []])
  })

  it('has nothing to compare with fewer than two columns', () => {
    expect(compareColumns([], 0.95)).toEqual([])
    expect(compareColumns([column(0.5)], 0.95)).toEqual([[]])
  })
})
