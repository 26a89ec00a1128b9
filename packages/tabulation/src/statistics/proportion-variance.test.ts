import { describe, expect, it } from 'vitest'
import { proportionVariance } from './proportion-variance.ts'

const sums = (weights: readonly number[]) => ({
  weights: weights.reduce((sum, weight) => sum + weight, 0),
  squaredWeights: weights.reduce((sum, weight) => sum + weight ** 2, 0),
})

describe('proportionVariance', () => {
  it('is p (1 - p) / (n - 1) with equal weights over a whole wave', () => {
    const variance = proportionVariance({ part: sums([1, 1, 1]), all: sums(new Array(10).fill(1)), size: 10 })
    expect(variance).toBeCloseTo((0.3 * 0.7) / 9, 15)
  })

  it('is the variance of a sum of linearised respondents, those outside the group counting as 0', () => {
    const respondents = [
      { weight: 0.5, inGroup: true, answered: true },
      { weight: 1.5, inGroup: true, answered: false },
      { weight: 2.25, inGroup: true, answered: true },
      { weight: 0.75, inGroup: true, answered: false },
      { weight: 1.1, inGroup: false, answered: true },
      { weight: 0.4, inGroup: false, answered: false },
    ]
    const group = respondents.filter(({ inGroup }) => inGroup)
    const part = group.filter(({ answered }) => answered)
    const total = 0.5 + 1.5 + 2.25 + 0.75
    const p = (0.5 + 2.25) / total
    const scores = respondents.map(({ weight, inGroup, answered }) =>
      inGroup ? (weight * ((answered ? 1 : 0) - p)) / total : 0,
    )
    const size = respondents.length
    const mean = scores.reduce((sum, score) => sum + score, 0) / size
    const naive = (size / (size - 1)) * scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
    const variance = proportionVariance({
      part: sums(part.map(({ weight }) => weight)),
      all: sums(group.map(({ weight }) => weight)),
      size,
    })
    expect(variance).toBeCloseTo(naive, 15)
  })

  it('is exactly 0 where nobody or everybody gave the answer', () => {
    const all = sums([0.1, 0.2, 0.3, 1.7])
    expect(proportionVariance({ part: sums([]), all, size: 9 })).toBe(0)
    expect(proportionVariance({ part: all, all, size: 9 })).toBe(0)
  })

  it('does not depend on the scale of the weights', () => {
    const weights = [0.5, 1.5, 2.25, 0.75]
    const variance = (scale: number) => {
      const scaled = weights.map((weight) => weight * scale)
      return proportionVariance({ part: sums(scaled.slice(0, 2)), all: sums(scaled), size: 12 })
    }
    expect(variance(44.21)).toBeCloseTo(variance(1), 15)
  })
})
