import { expect, it } from 'vitest'
import { exactSpan } from './exact-span.ts'

it('knows a third of a sum from what only looks like it', () => {
  const canCompute = exactSpan([
    [3, 3, 0],
    [0, 0, 7],
    [3, 3, 7],
  ])
  expect(canCompute([1, 1, 0])).toBe(true)
  expect(canCompute([1, 1, 1])).toBe(true)
  expect(canCompute([1, 0, 0])).toBe(false)
})
