import { expect, test } from 'vitest'
import type { Mark } from './figures.ts'
import { scaleOf, spanOf } from './scale.ts'

const mark = (value: number, low: number, high: number): Mark => ({
  ...{ status: 'VALUE', value, base: 20, low, high, higherThan: [] },
})

test('a scale is that of the codebook', () => {
  expect(scaleOf([mark(7, 6, 8)].flatMap(spanOf), [1, 10])).toEqual([1, 10])
})

test('where the codebook sets no end, it runs from zero to the furthest interval', () => {
  const marks = [mark(1250, 1200, 1300), mark(900, 850, 950), { status: 'WITHHELD' } as const]
  expect(scaleOf(marks.flatMap(spanOf), [null, null])).toEqual([0, 1300])
  expect(scaleOf(marks.flatMap(spanOf), [500, null])).toEqual([500, 1300])
  expect(scaleOf([mark(-5, -8, -2)].flatMap(spanOf), [null, null])).toEqual([-8, 0])
})

test('it has a length where there is nothing to show', () => {
  expect(scaleOf(spanOf({ status: 'WITHHELD' }), [null, null])).toEqual([0, 1])
  expect(scaleOf([], [7, null])).toEqual([7, 8])
})
