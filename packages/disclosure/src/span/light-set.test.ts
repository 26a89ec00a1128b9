import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactSpan } from '../testing/exact-span.ts'
import { lightSet } from './light-set.ts'
import { rowOf } from './modular-rows.ts'

it('finds those whom a total leaves', () => {
  expect(
    lightSet(
      [
        [0, 1, 2],
        [0, 1],
      ],
      [9, 8, 3],
      5,
    ),
  ).toEqual([2])
})

it.each([5, 6])('leaves out who is not there, for k of %s', (k) => {
  expect(
    lightSet(
      [
        [0, 1],
        [1, 2],
      ],
      [3, 10, 0],
      k,
    ),
  ).toEqual([0])
})

it('finds nobody where k and more are left', () => {
  expect(
    lightSet(
      [
        [0, 1, 2],
        [0, 1],
      ],
      [9, 8, 5],
      5,
    ),
  ).toBeUndefined()
})

it('finds a union of atoms, none of which follows', () => {
  expect(lightSet([[0, 1, 2], [0]], [9, 2, 2], 5)).toEqual(expect.arrayContaining([1, 2]))
  expect(lightSet([[0, 1, 2], [0]], [9, 2, 3], 5)).toBeUndefined()
})

it('takes no union of empty atoms for somebody', () => {
  expect(lightSet([[0], [1]], [9, 0], 5)).toBeUndefined()
})

it('says nothing where nothing is published', () => {
  expect(lightSet([], [1, 2], 5)).toBeUndefined()
})

it('finds the cell of a table in which every row and column has two withheld', () => {
  // Rows w, x, y and columns a, b, c; of sdcTable's test-simpleheuristic: w + x - a - c is the cell of w and b.
  const [wa, wb, wc, xa, xb, xc, ya, yc] = [0, 1, 2, 3, 4, 5, 6, 7]
  const sets = [[wa, wb, wc], [xa, xb, xc], [wa, xa, ya], [wc, xc, yc], [xb], [ya], [yc]] as number[][]
  expect(lightSet(sets, [9, 4, 9, 9, 9, 9, 9, 9], 5)).toEqual([wb])
})

/** Sizes lean to small atoms, so that unions of several are small, too. */
const someSets = fc
  .record({ width: fc.integer({ min: 1, max: 8 }), k: fc.integer({ min: 5, max: 9 }) })
  .chain(({ width, k }) =>
    fc.record({
      k: fc.constant(k),
      sizes: fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 12 })), {
        minLength: width,
        maxLength: width,
      }),
      sets: fc.array(fc.subarray([...Array(width).keys()]), { maxLength: 10 }),
    }),
  )

describe('any sets of up to eight atoms', () => {
  it('give fewer than k respondents away just where rational elimination says so', () => {
    fc.assert(
      fc.property(someSets, ({ sizes, sets, k }) => {
        const width = sizes.length
        const occupied = sets.map((set) => set.filter((atom) => sizes[atom]! > 0))
        const isSum = exactSpan(
          occupied.map((set) => [...rowOf(set, width)]),
          width,
        )
        const sizeOf = (set: readonly number[]) => set.reduce((sum, atom) => sum + sizes[atom]!, 0)
        const isExposed = (set: readonly number[]) =>
          sizeOf(set) > 0 && sizeOf(set) < k && isSum([...rowOf(set, width)])
        const unions = Array.from({ length: 2 ** width }, (_, bits) =>
          [...sizes.keys()].filter((atom) => sizes[atom]! > 0 && (bits >> atom) & 1),
        )
        const set = lightSet(occupied, sizes, k)
        expect(set !== undefined).toBe(unions.some(isExposed))
        if (Array.isArray(set)) expect(isExposed(set)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
