import { expect, it } from 'vitest'
import { exactNullSpace, exactSpan } from './exact-span.ts'

it('knows a third of a sum from what only looks like it', () => {
  const canCompute = exactSpan(
    [
      [3, 3, 0],
      [0, 0, 7],
      [3, 3, 7],
    ],
    3,
  )
  expect(canCompute([1, 1, 0])).toBe(true)
  expect(canCompute([1, 1, 1])).toBe(true)
  expect(canCompute([1, 0, 0])).toBe(false)
})

it('says what is perpendicular to some vectors, in whole numbers', () => {
  expect(exactNullSpace([[2, 3, 0]], 3)).toEqual([
    [-3, 2, 0],
    [0, 0, 1],
  ])
  expect(exactNullSpace([], 1)).toEqual([[1]])
})
