import { describe, expect, it } from 'vitest'
import { simpleDesign } from '../sample-design.ts'
import { unitSumsOf } from '../testing/sampled.ts'
import { proportionVariance } from './proportion-variance.ts'

const sums = (weights: readonly number[]) => unitSumsOf(weights.map((weight) => ({ weight })))
const respondents = [
  { weight: 0.5, inGroup: true, answered: true, unit: 0 },
  { weight: 1.5, inGroup: true, answered: false, unit: 0 },
  { weight: 2.25, inGroup: true, answered: true, unit: 1 },
  { weight: 0.75, inGroup: true, answered: false, unit: 2 },
  { weight: 1.1, inGroup: false, answered: true, unit: 2 },
  { weight: 0.4, inGroup: false, answered: false, unit: 3 },
  { weight: 1.3, inGroup: false, answered: false, unit: 3 },
]
const group = respondents.filter(({ inGroup }) => inGroup)
const part = group.filter(({ answered }) => answered)
const scoreOf = ({ weight, inGroup, answered }: (typeof respondents)[number]) =>
  inGroup ? (weight * (Number(answered) - 2.75 / 5)) / 5 : 0
const scores = respondents.map(scoreOf)
const spread = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return (values.length / (values.length - 1)) * squares
}

describe('proportionVariance', () => {
  it('is p (1 - p) / (n - 1) with equal weights over a whole wave', () => {
    const answered = { part: sums([1, 1, 1]), all: sums(new Array(10).fill(1)) }
    const variance = proportionVariance(answered, simpleDesign(10))
    expect(variance).toBeCloseTo((0.3 * 0.7) / 9, 15)
  })

  it('is the variance of a sum of linearised respondents, those outside the group counting as 0', () => {
    const variance = proportionVariance(
      { part: sums(part.map(({ weight }) => weight)), all: sums(group.map(({ weight }) => weight)) },
      simpleDesign(7),
    )
    expect(variance).toBeCloseTo(spread(scores), 15)
  })

  it('adds up strata, each less the share of it that was sampled', () => {
    const design = {
      clustered: false,
      strata: [
        { sampled: 3, fraction: 0.25 },
        { sampled: 4, fraction: 0 },
      ],
      stratumOf: [0, 1],
    }
    const stratum = (respondent: (typeof respondents)[number]) => ({
      ...respondent,
      unit: Number(respondent.unit > 1),
    })
    const variance = proportionVariance(
      { part: unitSumsOf(part.map(stratum), 2), all: unitSumsOf(group.map(stratum), 2) },
      design,
    )
    expect(variance).toBeCloseTo(0.75 * spread(scores.slice(0, 3)) + spread(scores.slice(3)), 15)
  })

  it('takes the sums of clusters, those without anyone of the group counting as 0', () => {
    const design = { clustered: true, strata: [{ sampled: 4, fraction: 0.1 }], stratumOf: [0, 0, 0, 0] }
    const totals = [scores[0]! + scores[1]!, scores[2]!, scores[3]!, 0]
    const variance = proportionVariance({ part: unitSumsOf(part, 4), all: unitSumsOf(group, 4) }, design)
    expect(variance).toBeCloseTo(0.9 * spread(totals), 15)
  })

  it('is exactly 0 where nobody or everybody gave the answer', () => {
    const all = sums([0.1, 0.2, 0.3, 1.7])
    expect(proportionVariance({ part: sums([]), all }, simpleDesign(9))).toBe(0)
    expect(proportionVariance({ part: all, all }, simpleDesign(9))).toBe(0)
  })

  it('does not depend on the scale of the weights', () => {
    const weights = [0.5, 1.5, 2.25, 0.75]
    const variance = (scale: number) => {
      const scaled = weights.map((weight) => weight * scale)
      return proportionVariance({ part: sums(scaled.slice(0, 2)), all: sums(scaled) }, simpleDesign(12))
    }
    expect(variance(44.21)).toBeCloseTo(variance(1), 15)
  })
})
