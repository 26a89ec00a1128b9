import { describe, expect, it } from 'vitest'
import { clopperPearson } from './clopper-pearson.ts'
import { kornGraubard } from './korn-graubard.ts'

describe('kornGraubard', () => {
  it('gives the interval of R survey', () => {
    // Published in the tests of R's survey package, svyciprop(method = "beta").
    const interval = kornGraubard(
      { proportion: 0.507348258357226, variance: 0.0167712595840644 ** 2, n: 922, df: 56 },
      0.95,
    )!
    expect(Math.abs(interval.low - 0.473233376535445)).toBeLessThan(1e-9)
    expect(Math.abs(interval.high - 0.541412207644769)).toBeLessThan(1e-9)
  })

  it('is Clopper-Pearson for the variance of a simple sample', () => {
    const interval = kornGraubard({ proportion: 0.35, variance: (0.35 * 0.65) / 20, n: 20, df: 19 }, 0.95)!
    const exact = clopperPearson(7, 20, 0.95)
    expect(interval.low).toBeCloseTo(exact.low, 12)
    expect(interval.high).toBeCloseTo(exact.high, 12)
  })

  it('is Clopper-Pearson on half the respondents for twice the variance', () => {
    const interval = kornGraubard({ proportion: 0.3, variance: (0.3 * 0.7) / 20, n: 40, df: 39 }, 0.9)!
    const exact = clopperPearson(6, 20, 0.9)
    expect(interval.low).toBeCloseTo(exact.low, 12)
    expect(interval.high).toBeCloseTo(exact.high, 12)
  })

  it('never counts for more respondents than there are', () => {
    const interval = kornGraubard({ proportion: 0.35, variance: 1e-9, n: 20, df: 19 }, 0.95)
    expect(interval).toEqual(clopperPearson(0.35 * 20, 20, 0.95))
  })

  it.each([0, 1])('counts every respondent where the proportion is %d', (proportion) => {
    const interval = kornGraubard({ proportion, variance: 0, n: 20, df: 19 }, 0.95)
    expect(interval).toEqual(clopperPearson(proportion * 20, 20, 0.95))
  })

  it('is undefined without a degree of freedom, as in a group within one cluster', () => {
    expect(kornGraubard({ proportion: 0.35, variance: 0, n: 20, df: 0 }, 0.95)).toBeUndefined()
  })
})
