import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fUpper } from '../distributions.ts'
import { simpleDesign } from '../sample-design.ts'
import { naiveRaoScott, type WeightedRespondent } from '../testing/rao-scott-by-respondent.ts'
import { relativeError } from '../testing/relative-error.ts'
import { unitSumsOf } from '../testing/sampled.ts'
import { chiSquare } from './pearson.ts'
import { raoScottTest } from './rao-scott.ts'

function tableOf(respondents: readonly WeightedRespondent[], size: number, rows = 4, columns = 4) {
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) =>
      unitSumsOf(respondents.filter(({ row, column }) => row === r && column === c)),
    ),
  )
  return { cells, design: simpleDesign(size) }
}

const counted = (counts: number[][], size: number) => ({
  cells: counts.map((row) =>
    row.map((count) => ({ respondents: [count], weights: [count], squaredWeights: [count] })),
  ),
  design: simpleDesign(size),
})

describe('raoScottTest', () => {
  it.each([
    [
      [
        [12, 5],
        [8, 15],
      ],
      40,
    ],
    [
      [
        [762, 327, 468],
        [484, 239, 477],
      ],
      2757,
    ],
    [
      [
        [9, 4, 2],
        [3, 8, 5],
        [1, 6, 7],
      ],
      60,
    ],
  ])('is the F form of Pearson with weights 1: %j in a wave of %d', (counts, size) => {
    // Every design effect is then size / (size - 1).
    const table = counted(counts, size)
    const df = (counts.length - 1) * (counts[0]!.length - 1)
    const test = raoScottTest(table)!
    const statistic = ((chiSquare(counts) / df) * (size - 1)) / size
    const denominator = df * (counts.flat().reduce((sum, count) => sum + count, 0) - 1)
    expect(test.method).toBe('RAO_SCOTT')
    expect(test.degreesOfFreedom).toBeCloseTo(df, 10)
    expect(test.denominatorDegreesOfFreedom).toBeCloseTo(denominator, 7)
    expect(relativeError(test.statistic, statistic)).toBeLessThan(1e-10)
    expect(relativeError(test.pValue, fUpper(statistic, df, denominator))).toBeLessThan(1e-8)
  })

  it('does not depend on the scale of the weights', () => {
    const respondents = Array.from({ length: 30 }, (_, i) => ({
      row: i % 2,
      column: (i * i) % 3,
      weight: 0.3 + ((i * 7) % 11) / 10,
    }))
    const scaled = respondents.map((respondent) => ({ ...respondent, weight: respondent.weight * 44.21 }))
    const test = raoScottTest(tableOf(respondents, 50))!
    const same = raoScottTest(tableOf(scaled, 50))!
    expect(relativeError(same.statistic, test.statistic)).toBeLessThan(1e-10)
    expect(relativeError(same.degreesOfFreedom, test.degreesOfFreedom)).toBeLessThan(1e-10)
    expect(relativeError(same.pValue, test.pValue)).toBeLessThan(1e-8)
  })

  it('leaves out empty rows and columns', () => {
    const full = counted(
      [
        [12, 5],
        [8, 15],
      ],
      50,
    )
    const padded = counted(
      [
        [12, 0, 5],
        [0, 0, 0],
        [8, 0, 15],
      ],
      50,
    )
    expect(raoScottTest(padded)).toEqual(raoScottTest(full))
  })

  it.each([
    [
      'one row',
      [
        [4, 5],
        [0, 0],
      ],
    ],
    [
      'one column',
      [
        [4, 0],
        [5, 0],
      ],
    ],
    [
      'nobody',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'a diagonal of three',
      [
        [10, 0, 0],
        [0, 12, 0],
        [0, 0, 9],
      ],
    ],
    [
      'a block of empty cells',
      [
        [5, 6, 7],
        [4, 0, 0],
        [3, 0, 0],
      ],
    ],
    [
      'two equal halves that share nothing',
      [
        [10, 0],
        [0, 10],
      ],
    ],
  ])('has no test with %s', (_, counts) => {
    expect(raoScottTest(counted(counts, 60))).toBeUndefined()
  })

  it('has no test without a degree of freedom: one cluster in each stratum', () => {
    const inCluster = (...weights: number[]) => ({ respondents: weights, weights, squaredWeights: weights })
    const cells = [
      [inCluster(5, 0, 3, 0), inCluster(2, 0, 4, 0)],
      [inCluster(1, 0, 6, 0), inCluster(7, 0, 1, 0)],
    ]
    const design = (stratumOf: number[]) => ({
      clustered: true,
      strata: [
        { sampled: 2, fraction: 0 },
        { sampled: 2, fraction: 0 },
      ],
      stratumOf,
    })
    expect(raoScottTest({ cells, design: design([0, 0, 1, 1]) })).toBeUndefined()
    expect(raoScottTest({ cells, design: design([0, 1, 0, 1]) })).toMatchObject({
      degreesOfFreedom: 1,
      denominatorDegreesOfFreedom: 1,
    })
  })

  it('has a test with empty cells that leave a contrast each', () => {
    const counts = [
      [5, 0, 0],
      [0, 12, 4],
      [3, 4, 9],
    ]
    const respondents = counts.flatMap((line, row) =>
      line.flatMap((count, column) => new Array<WeightedRespondent>(count).fill({ row, column, weight: 1 })),
    )
    const test = raoScottTest(counted(counts, 60))!
    const naive = naiveRaoScott(respondents, 60)!
    expect(relativeError(test.statistic, naive.statistic)).toBeLessThan(1e-10)
    expect(relativeError(test.degreesOfFreedom, naive.degreesOfFreedom)).toBeLessThan(1e-10)
  })

  it('agrees with a computation over respondents, for random weights', () => {
    const respondent = fc.record({
      row: fc.integer({ min: 0, max: 3 }),
      column: fc.integer({ min: 0, max: 2 }),
      // In steps, so that a design effect is either 0 or large enough to compare.
      weight: fc.integer({ min: 1, max: 40 }).map((eighths) => eighths / 8),
    })
    const wave = fc.record({
      respondents: fc.array(respondent, { minLength: 2, maxLength: 80 }),
      others: fc.integer({ min: 0, max: 50 }),
    })
    fc.assert(
      fc.property(wave, ({ respondents, others }) => {
        const size = respondents.length + others
        const test = raoScottTest(tableOf(respondents, size))
        const naive = naiveRaoScott(respondents, size)
        if (test === undefined || naive === undefined) {
          expect(test).toBe(naive)
          return
        }
        const denominator = naive.degreesOfFreedom * (respondents.length - 1)
        const expected = [naive.statistic, naive.degreesOfFreedom, denominator]
        const actual = [test.statistic, test.degreesOfFreedom, test.denominatorDegreesOfFreedom!]
        for (const [index, value] of expected.entries()) {
          expect(Math.abs(actual[index]! - value) / (1 + value)).toBeLessThan(1e-8)
        }
        const pValue = fUpper(naive.statistic, naive.degreesOfFreedom, denominator)
        expect(Math.abs(test.pValue - pValue)).toBeLessThan(1e-8)
      }),
      { numRuns: 500 },
    )
  })
})
