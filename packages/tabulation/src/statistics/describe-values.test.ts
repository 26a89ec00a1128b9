import { describe, expect, it } from 'vitest'
import { simpleDesign } from '../sample-design.ts'
import { distributionOf, unitSumsOf } from '../testing/sampled.ts'
import { describeValues } from './describe-values.ts'
import { proportionVariance } from './proportion-variance.ts'

const unweighted = (values: readonly number[], confidenceLevel = 0.95) =>
  describeValues(distributionOf(values.map((value) => ({ value, weight: 1 }))), {
    weighted: false,
    design: simpleDesign(values.length),
    confidenceLevel,
  })
const respondentsOf = (values: readonly number[], weights: readonly number[]) =>
  values.map((value, index) => ({ value, weight: weights[index]! }))
const weighted = (values: readonly number[], weights: readonly number[], size = values.length) =>
  describeValues(distributionOf(respondentsOf(values, weights)), {
    weighted: true,
    design: simpleDesign(size),
    confidenceLevel: 0.95,
  })

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
      lowerQuartile: 7,
      median: 7,
      upperQuartile: 7,
      standardDeviation: 0,
      standardError: 0,
      interval: { low: 7, high: 7 },
    })
  })

  it('has a mean and a median only for one respondent', () => {
    expect(unweighted([36])).toEqual({
      mean: 36,
      lowerQuartile: 36,
      median: 36,
      upperQuartile: 36,
      standardDeviation: undefined,
      standardError: undefined,
      interval: undefined,
    })
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
    const all = weights.map((weight) => ({ weight }))
    const variance = proportionVariance(
      { part: unitSumsOf([all[0]!, all[2]!]), all: unitSumsOf(all) },
      simpleDesign(12),
    )
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

  it('takes the strata and clusters of a sample, and the degrees of freedom they leave the group', () => {
    // Clusters 0 to 2 in a stratum of which a fifth was sampled, 3 to 5 in another; nobody of the group is in 5.
    const respondents = respondentsOf(values, weights).map((respondent, index) => ({
      ...respondent,
      unit: index,
    }))
    const design = {
      clustered: true,
      strata: [
        { sampled: 3, fraction: 0.2 },
        { sampled: 3, fraction: 0 },
      ],
      stratumOf: [0, 0, 0, 1, 1, 1],
    }
    const description = describeValues(distributionOf(respondents), {
      weighted: true,
      design,
      confidenceLevel: 0.95,
    })
    const mean = 182 / 5.75
    const scores = [...respondents.map(({ value, weight }) => (weight * (value - mean)) / 5.75), 0]
    const spread = (part: readonly number[]) => {
      const centre = part.reduce((sum, score) => sum + score, 0) / 3
      return (3 / 2) * part.reduce((sum, score) => sum + (score - centre) ** 2, 0)
    }
    const variance = 0.8 * spread(scores.slice(0, 3)) + spread(scores.slice(3))
    expect(description.standardError! ** 2).toBeCloseTo(variance, 12)
    // R: qt(0.975, 5 - 2) = 3.182446
    expect((description.interval!.high - mean) / description.standardError!).toBeCloseTo(3.182446, 6)
  })

  it('has no standard error within one cluster, where nothing tells how clusters differ', () => {
    const description = describeValues(distributionOf(respondentsOf(values, weights)), {
      weighted: true,
      design: { clustered: true, strata: [{ sampled: 2, fraction: 0 }], stratumOf: [0, 0] },
      confidenceLevel: 0.95,
    })
    expect(description).toMatchObject({ standardError: undefined, interval: undefined })
    expect(description.standardDeviation).toBeGreaterThan(0)
  })
})
