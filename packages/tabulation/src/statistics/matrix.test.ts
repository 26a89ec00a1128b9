import { expect, it } from 'vitest'
import { multiply, solve, trace } from './matrix.ts'

it('multiplies rows by columns', () => {
  const a = [
    [1, 2, 3],
    [4, 5, 6],
  ]
  const b = [
    [7, 8],
    [9, 10],
    [11, 12],
  ]
  expect(multiply(a, b)).toEqual([
    [58, 64],
    [139, 154],
  ])
})

it('sums the diagonal', () => {
  expect(
    trace([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 10],
    ]),
  ).toBe(16)
})

it('solves for several right-hand sides at once', () => {
  const solution = solve(
    [
      [2, 1],
      [1, 3],
    ],
    [
      [3, 1],
      [5, 0],
    ],
  )
  const expected = [
    [0.8, 0.6],
    [1.4, -0.2],
  ]
  for (const [r, row] of expected.entries()) {
    for (const [c, value] of row.entries()) expect(solution[r]![c]).toBeCloseTo(value, 14)
  }
})

it('swaps rows where a pivot is 0', () => {
  expect(
    solve(
      [
        [0, 2],
        [4, 0],
      ],
      [[6], [8]],
    ),
  ).toEqual([[2], [3]])
})

it('keeps its digits where a pivot is tiny', () => {
  // Without pivoting, the first unknown comes out as 0.
  const [[x], [y]] = solve(
    [
      [1e-20, 1],
      [1, 1],
    ],
    [[1], [2]],
  ) as [[number], [number]]
  expect([x, y]).toEqual([1, 1])
})

it('leaves its arguments as they are', () => {
  const a = [
    [0, 1],
    [1, 0],
  ]
  const b = [[1], [2]]
  solve(a, b)
  expect([a, b]).toEqual([
    [
      [0, 1],
      [1, 0],
    ],
    [[1], [2]],
  ])
})
