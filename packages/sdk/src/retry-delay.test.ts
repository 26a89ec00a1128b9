import { expect, test } from 'vitest'
import { askedDelay, retryDelay } from './retry-delay.ts'

test('without a word of the service, a random part of a time that doubles to eight seconds', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => retryDelay(attempt, undefined, 1))
  expect(longest).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000])
  expect(retryDelay(4, undefined, 0)).toBe(0)
  expect(retryDelay(4, undefined, 0.5)).toBe(1000)
})

const now = Date.parse('2026-01-01T00:00:00.250Z')
const asked = (value: string) =>
  askedDelay({ status: 429, headers: new Headers({ 'retry-after': value }), text: '' }, now)

test('Retry-After is kept to within 5%, in seconds and as a date', () => {
  for (const random of [0, 0.5, 0.999]) {
    for (const [value, wanted] of [
      ['2', 2000],
      ['60', 60_000],
      ['Thu, 01 Jan 2026 00:00:10 GMT', 9750],
    ] as const) {
      const delay = retryDelay(1, asked(value), random)!
      expect(delay).toBeGreaterThanOrEqual(wanted)
      expect(delay).toBeLessThanOrEqual(wanted * 1.05)
    }
  }
  // Where it asks for no wait, all clients would come at once.
  for (const value of ['0', 'Thu, 01 Jan 2020 00:00:00 GMT', '1.5', 'soon', ''])
    expect(asked(value)).toBeUndefined()
  expect(retryDelay(1, 121_000, 0)).toBeUndefined()
})
