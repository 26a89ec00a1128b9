import { describe, expect, it } from 'vitest'
import { relativeError } from '../testing/relative-error.ts'
import { chiSquare, cramersV, pearsonTest, withoutEmptyLines } from './pearson.ts'

// R: ?chisq.test, party by gender, after Agresti (2007), An Introduction to Categorical Data Analysis, p. 38.
const party = [
  [762, 327, 468],
  [484, 239, 477],
]
// R: ?vcd::assocstats, Treatment by Improved of the Arthritis data: X^2 = 13.055, df = 2, Cramer's V = 0.394.
const arthritis = [
  [29, 7, 7],
  [13, 7, 21],
]

describe('pearsonTest', () => {
  it('gives the published test of party by gender', () => {
    const test = pearsonTest(party)!
    expect(test).toMatchObject({ method: 'PEARSON', degreesOfFreedom: 2 })
    expect(test.statistic).toBeCloseTo(30.07, 2)
    expect(relativeError(test.pValue, 2.954e-7)).toBeLessThan(5e-4)
    expect(test.denominatorDegreesOfFreedom).toBeUndefined()
  })

  it('gives the published test of the Arthritis data', () => {
    const test = pearsonTest(arthritis)!
    expect(test.statistic).toBeCloseTo(13.055, 3)
    expect(test.pValue).toBeCloseTo(0.0014626, 7)
  })

  it('is n (ad - bc)^2 over the margins in a 2 by 2 table, without continuity correction', () => {
    const expected = (40 * (12 * 15 - 5 * 8) ** 2) / (17 * 23 * 20 * 20)
    const table = [
      [12, 5],
      [8, 15],
    ]
    expect(pearsonTest(table)!.statistic).toBeCloseTo(expected, 12)
    expect(pearsonTest(table)!.degreesOfFreedom).toBe(1)
  })

  it('is 0 where rows are proportional', () => {
    const test = pearsonTest([
      [2, 4, 6],
      [3, 6, 9],
    ])!
    expect(test.statistic).toBeCloseTo(0, 14)
    expect(test.pValue).toBeCloseTo(1, 14)
  })

  it('leaves out empty rows and columns', () => {
    const withEmpty = [
      [762, 0, 327, 468],
      [0, 0, 0, 0],
      [484, 0, 239, 477],
    ]
    expect(withoutEmptyLines(withEmpty, (count) => count > 0)).toEqual(party)
    expect(pearsonTest(withEmpty)).toEqual(pearsonTest(party))
    expect(cramersV(withEmpty)).toBe(cramersV(party))
  })

  it.each([
    ['no cells', []],
    [
      'nobody',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'one row',
      [
        [3, 4],
        [0, 0],
      ],
    ],
    [
      'one column',
      [
        [3, 0],
        [4, 0],
      ],
    ],
  ])('has no test and no V with %s', (_, table) => {
    expect(pearsonTest(table)).toBeUndefined()
    expect(cramersV(table)).toBeUndefined()
  })
})

describe('cramersV', () => {
  it('gives the published association of the Arthritis data', () => {
    expect(cramersV(arthritis)).toBeCloseTo(0.394, 3)
  })

  it('divides by the smaller side', () => {
    expect(cramersV(party)).toBeCloseTo(Math.sqrt(chiSquare(party) / 2757), 15)
    const square = [
      [9, 4, 2],
      [3, 8, 5],
      [1, 6, 7],
    ]
    expect(cramersV(square)).toBeCloseTo(Math.sqrt(chiSquare(square) / (45 * 2)), 15)
  })

  it('is 0 for independence and does not grow with the number of respondents', () => {
    expect(
      cramersV([
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(0, 8)
    expect(cramersV(party.map((row) => row.map((count) => count * 10)))).toBeCloseTo(cramersV(party)!, 14)
  })

  it.each([
    [[6, 21]],
    [[12, 42]],
    [[2, 6, 13]],
    [[8, 8, 8, 8]],
  ])('is 1 and no more for a perfect association: %j', (diagonal) => {
    // Unrounded, the first three come out as 1.0000000000000002.
    const v = cramersV(
      diagonal.map((count, row) => diagonal.map((_, column) => (row === column ? count : 0))),
    )!
    expect(v).toBeLessThanOrEqual(1)
    expect(v).toBeCloseTo(1, 14)
  })
})
