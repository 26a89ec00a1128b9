import { describe, expect, it } from 'vitest'
import { describeValues } from './describe-values.ts'
import { proportionVariance } from './proportion-variance.ts'

const unweighted = (values: readonly number[], confidenceLevel = 0.95) =>
  describeValues(
    { values, weights: values.map(() => 1) },
    { weighted: false, size: values.length, confidenceLevel },
  )
const weighted = (values: readonly number[], weights: readonly number[], size = values.length) =>
  describeValues({ values, weights }, { weighted: true, size, confidenceLevel: 0.95 })

describe('describeValues, unweighted', () => {
  it('gives the published t interval of the sleep data', () => {
    // R: ?t.test, sleep$extra of group 1 less group 2: mean -1.58, t = -4.0621, df = 9,
    // 95 percent confidence interval -2.4598858 to -0.7001142.
    const differences = [-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4]
    const { mean, standardError, interval, median } = unweighted(differences)
    expect(mean).toBeCloseTo(-1.58, 12)
    expect(mean / standardError!).toBeCloseTo(-4.0621, 4)
    expect(interval!.low).toBeCloseTo(-2.4598858, 7)
    expect(interval!.high).toBeCloseTo(-0.7001142, 7)
    expect(median).toBeCloseTo(-1.3, 12)
  })

  it('divides by n - 1, and has a standard error of s / sqrt(n)', () => {
    const { mean, standardDeviation, standardError } = unweighted([2, 4, 4, 4, 5, 5, 7, 9])
    expect(mean).toBe(5)
    expect(standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14)
  })

  it('has a closed interval for two respondents, where t has 1 df', () => {
    const { interval } = unweighted([1, 3], 0.9)
    expect(interval!.low).toBeCloseTo(2 - Math.tan(0.45 * Math.PI), 12)
    expect(interval!.high).toBeCloseTo(2 + Math.tan(0.45 * Math.PI), 12)
  })

  it('does not lose the spread beside a large mean', () => {
    expect(unweighted([1e9 + 1, 1e9 + 2, 1e9 + 3]).standardDeviation).toBe(1)
  })

  it('has no spread where all say the same', () => {
    expect(unweighted([7, 7, 7])).toEqual({
      mean: 7,
      median: 7,
      standardDeviation: 0,
      standardError: 0,
      interval: { low: 7, high: 7 },
    })
  })

  it('has a mean and a median only for one respondent', () => {
    expect(unweighted([36])).toEqual({
      mean: 36,
      median: 36,
      standardDeviation: undefined,
      standardError: undefined,
      interval: undefined,
    })
  })

  it.each([
    ['the middle one of an odd number', [9, 1, 10, 2, 3], 3],
    ['between the middle two of an even number', [10, 1, 2, 4], 3],
    ['one of several equal', [5, 1, 5, 5, 2, 9], 5],
  ])('has a median: %s', (_, values, median) => {
    expect(unweighted(values).median).toBe(median)
  })
})

describe('describeValues, weighted', () => {
  const values = [36, 24, 32, 16, 40]
  const weights = [0.5, 1.5, 1.25, 0.5, 2]

  it('weighs the mean and the standard deviation', () => {
    // W = 5.75; sum w y = 18 + 36 + 40 + 8 + 80 = 182.
    const mean = 182 / 5.75
    const squares = weights.reduce((sum, weight, i) => sum + weight * (values[i]! - mean) ** 2, 0)
    const description = weighted(values, weights)
    expect(description.mean).toBeCloseTo(mean, 13)
    expect(description.standardDeviation).toBeCloseTo(Math.sqrt(((squares / 5.75) * 5) / 4), 13)
  })

  it('has the standard error of a sum of linearised respondents, those outside the group counting as 0', () => {
    const size = 9
    const mean = 182 / 5.75
    const scores = Array.from({ length: size }, (_, i) =>
      i < values.length ? (weights[i]! * (values[i]! - mean)) / 5.75 : 0,
    )
    const centre = scores.reduce((sum, score) => sum + score, 0) / size
    const squares = scores.reduce((sum, score) => sum + (score - centre) ** 2, 0)
    const { standardError, interval } = weighted(values, weights, size)
    expect(standardError).toBeCloseTo(Math.sqrt((size / (size - 1)) * squares), 13)
    // R: qt(0.975, 4) = 2.776445
    expect((interval!.high - mean) / standardError!).toBeCloseTo(2.776445, 6)
    expect((mean - interval!.low) / standardError!).toBeCloseTo(2.776445, 6)
  })

  it('agrees with the variance of a proportion for zeros and ones', () => {
    const { mean, standardError } = weighted([1, 0, 1, 0, 0], weights, 12)
    const variance = proportionVariance({
      part: { weights: 1.75, squaredWeights: 0.5 ** 2 + 1.25 ** 2 },
      all: { weights: 5.75, squaredWeights: 0.5 ** 2 + 1.5 ** 2 + 1.25 ** 2 + 0.5 ** 2 + 2 ** 2 },
      size: 12,
    })
    expect(mean).toBeCloseTo(1.75 / 5.75, 15)
    expect(standardError! ** 2).toBeCloseTo(variance, 15)
  })

  it('is the unweighted description where the group is the wave and weights are equal', () => {
    const equal = weighted(values, [3, 3, 3, 3, 3])
    const plain = unweighted(values)
    expect(equal.median).toBe(plain.median)
    expect(equal.mean).toBeCloseTo(plain.mean, 13)
    expect(equal.standardDeviation).toBeCloseTo(plain.standardDeviation!, 13)
    expect(equal.standardError).toBeCloseTo(plain.standardError!, 13)
  })

  it.each([
    ['where the weight passes half', [30, 10, 20], [1, 1, 3], 20],
    ['away from the unweighted one', [1, 2, 3, 4, 5], [5, 1, 1, 1, 1], 1],
    ['averaged where the weight hits half exactly', [30, 10, 20], [2, 1, 1], 25],
    ['averaged though 0.7 + 0.1 is not 0.8 in binary', [1, 2, 5], [0.7, 0.1, 0.8], 3.5],
    ['not averaged just beyond half', [1, 2, 5], [0.1, 0.2001, 0.3], 2],
    ['not averaged just before half', [1, 2, 5], [0.1, 0.1999, 0.3], 5],
  ])('has a median %s', (_, answers, factors, median) => {
    expect(weighted(answers, factors).median).toBe(median)
  })
})
