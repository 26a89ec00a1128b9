import { describe, expect, it } from 'vitest'
import { betaQuantile, chiSquareUpper, fUpper, tQuantile, tTwoSided } from './distributions.ts'
import figures from './testing/r/generated/distributions.json' with { type: 'json' }
import { relativeError } from './testing/relative-error.ts'

const close = 1e-10

const functions = { tTwoSided, tQuantile, fUpper, chiSquareUpper, betaQuantile }

it.each(Object.entries(functions))('%s is as in R, far into the tails', (name, ours) => {
  const table: number[][] = figures[name as keyof typeof functions]
  expect(table.length).toBeGreaterThan(40)
  for (const row of table) {
    const actual = (ours as (...parameters: number[]) => number)(...row.slice(0, -1))
    expect(relativeError(actual, row.at(-1)!), row.join()).toBeLessThan(close)
  }
})

describe('t', () => {
  it.each([
    1e-6, 0.01, 0.5, 0.999, 1, 1.001, 5, 50, 1e4, 1e9,
  ])('is a closed form for 1 and 2 df at %d', (t) => {
    expect(relativeError(tTwoSided(t, 1), (2 / Math.PI) * Math.atan2(1, t))).toBeLessThan(close)
    const root = Math.sqrt(2 + t * t)
    expect(relativeError(tTwoSided(t, 2), 2 / (root * (root + t)))).toBeLessThan(close)
  })

  it.each([1e-12, 1e-6, 0.005, 0.025, 0.1, 0.4])('has closed quantiles for 1 and 2 df at %d', (p) => {
    expect(relativeError(tQuantile(p, 1), -1 / Math.tan(Math.PI * p))).toBeLessThan(close)
    expect(relativeError(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(close)
    const upper = 1 - p
    const expected = (2 * upper - 1) / Math.sqrt(2 * upper * (1 - upper))
    expect(relativeError(tQuantile(upper, 2), expected)).toBeLessThan(close)
  })

  // Abramowitz and Stegun (1964), table 26.10.
  it.each([
    [0.975, 1, 12.706],
    [0.975, 5, 2.571],
    [0.975, 10, 2.228],
    [0.995, 30, 2.75],
    [0.95, 120, 1.658],
  ])('quantile %d with %d df is %d in the tables', (p, df, expected) => {
    expect(tQuantile(p, df)).toBeCloseTo(expected, 3)
  })

  it('is symmetric, and undoes its quantile', () => {
    expect(tTwoSided(-2.5, 7)).toBe(tTwoSided(2.5, 7))
    expect(tTwoSided(0, 7)).toBe(1)
    for (const df of [1, 3, 10, 149, 921]) {
      expect(relativeError(tTwoSided(tQuantile(0.975, df), df), 0.05)).toBeLessThan(close)
    }
  })

  it('keeps its digits near 1 with many df', () => {
    // The density at 0 with 2m df is a ratio of factorials; for a small t the tail is 1 - 2 t density.
    const density = (df: number) => {
      let ratio = Math.sqrt(df) / 2
      for (let i = 1; i <= df / 2 - 1; i++) ratio *= (2 * i + 1) / (2 * i)
      return ratio / df
    }
    for (const df of [10, 1000, 100_000]) {
      const t = 1e-6
      expect(relativeError(tTwoSided(t, df), 1 - 2 * t * density(df))).toBeLessThan(close)
    }
  })
})

describe('chi-square', () => {
  it.each([1e-9, 0.1, 2, 30, 700, 1400])('is a closed form for 2 and 4 df at %d', (x) => {
    expect(relativeError(chiSquareUpper(x, 2), Math.exp(-x / 2))).toBeLessThan(close)
    expect(relativeError(chiSquareUpper(x, 4), Math.exp(-x / 2) * (1 + x / 2))).toBeLessThan(close)
  })

  // Abramowitz and Stegun (1964), table 26.8.
  it.each([
    [3.84146, 1, 0.05],
    [6.6349, 1, 0.01],
    [11.0705, 5, 0.05],
    [23.2093, 10, 0.01],
    [124.342, 100, 0.05],
  ])('beyond %d with %d df lies %d in the tables', (x, df, expected) => {
    expect(chiSquareUpper(x, df)).toBeCloseTo(expected, 5)
  })

  it('is 1 at 0', () => {
    expect(chiSquareUpper(0, 3)).toBe(1)
  })
})

describe('F', () => {
  it.each([1e-6, 0.1, 1, 3, 500, 1e6])('is a closed form with 2 in the numerator at %d', (f) => {
    for (const df of [1.5, 10, 149.5, 1e5]) {
      const expected = Math.exp((-df / 2) * Math.log1p((2 * f) / df))
      if (expected > 1e-300) expect(relativeError(fUpper(f, 2, df), expected)).toBeLessThan(close)
    }
  })

  it('is the square of t with 1 in the numerator', () => {
    for (const df of [9, 2000, 1e5]) {
      for (const t of [1e-3, 0.7, 3, 20]) {
        expect(relativeError(fUpper(t * t, 1, df), tTwoSided(t, df))).toBeLessThan(close)
      }
    }
  })

  // Abramowitz and Stegun (1964), table 26.9.
  it.each([
    [4.96, 1, 10, 0.05],
    [3.33, 5, 10, 0.05],
    [2.35, 10, 20, 0.05],
  ])('beyond %d with %d and %d df lies %d in the tables', (f, df1, df2, expected) => {
    expect(fUpper(f, df1, df2)).toBeCloseTo(expected, 3)
  })

  it('is 1 at 0 and 0 at infinity', () => {
    expect(fUpper(0, 2.5, 30)).toBe(1)
    expect(fUpper(Infinity, 2.5, 30)).toBe(0)
  })
})

describe('beta', () => {
  it.each([1e-10, 0.005, 0.025, 0.5, 0.975, 0.995])('has closed quantiles with a 1 at %d', (p) => {
    for (const shape of [0.3, 1, 7, 150, 5000]) {
      expect(relativeError(betaQuantile(p, 1, shape), -Math.expm1(Math.log1p(-p) / shape))).toBeLessThan(
        close,
      )
      expect(relativeError(betaQuantile(p, shape, 1), p ** (1 / shape))).toBeLessThan(close)
    }
  })

  it('is the arcsine law with two halves', () => {
    for (const p of [0.001, 0.025, 0.3, 0.9]) {
      expect(relativeError(betaQuantile(p, 0.5, 0.5), Math.sin((Math.PI * p) / 2) ** 2)).toBeLessThan(close)
    }
  })

  it('is 1/2 in the middle of equal shapes', () => {
    for (const shape of [0.2, 2, 33.3, 1000]) expect(betaQuantile(0.5, shape, shape)).toBeCloseTo(0.5, 12)
  })
})
