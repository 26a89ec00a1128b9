import { describe, expect, it } from 'vitest'
import { clopperPearson } from './clopper-pearson.ts'

describe('clopperPearson', () => {
  it('gives the interval of R', () => {
    // R: binom.test(7, 20)
    const interval = clopperPearson(7, 20, 0.95)
    expect(interval.low).toBeCloseTo(0.1539092, 7)
    expect(interval.high).toBeCloseTo(0.5921885, 7)
  })

  it('gives the interval of the help page of R', () => {
    // R: ?binom.test, Mendel's peas: binom.test(682, 682 + 243), 95 percent: 0.7076683 to 0.7654066
    const interval = clopperPearson(682, 925, 0.95)
    expect(interval.low).toBeCloseTo(0.7076683, 7)
    expect(interval.high).toBeCloseTo(0.7654066, 7)
  })

  it.each([
    [1, 0.95],
    [20, 0.95],
    [150, 0.99],
  ])('is a closed form for none and for all of %d at level %d', (n, level) => {
    const root = ((1 - level) / 2) ** (1 / n)
    const none = clopperPearson(0, n, level)
    const all = clopperPearson(n, n, level)
    expect(none.low).toBe(0)
    expect(none.high).toBeCloseTo(1 - root, 12)
    expect(all.low).toBeCloseTo(root, 12)
    expect(all.high).toBe(1)
  })

  it('mirrors an answer and its opposite', () => {
    const some = clopperPearson(3, 17, 0.9)
    const others = clopperPearson(14, 17, 0.9)
    expect(some.low).toBeCloseTo(1 - others.high, 12)
    expect(some.high).toBeCloseTo(1 - others.low, 12)
  })

  it('covers exactly the tails it names', () => {
    const { low, high } = clopperPearson(3, 10, 0.95)
    const atMost = (x: number, p: number) => {
      let sum = 0
      let term = (1 - p) ** 10
      for (let k = 0; k <= x; k++) {
        sum += term
        term *= (((10 - k) / (k + 1)) * p) / (1 - p)
      }
      return sum
    }
    expect(1 - atMost(2, low)).toBeCloseTo(0.025, 12)
    expect(atMost(3, high)).toBeCloseTo(0.025, 12)
  })

  it('takes a fraction of a respondent, between its neighbours', () => {
    const [one, half, two] = [1, 1.5, 2].map((x) => clopperPearson(x, 12.5, 0.95))
    expect(half!.low).toBeGreaterThan(one!.low)
    expect(half!.low).toBeLessThan(two!.low)
    expect(half!.high).toBeGreaterThan(one!.high)
    expect(half!.high).toBeLessThan(two!.high)
  })
})
