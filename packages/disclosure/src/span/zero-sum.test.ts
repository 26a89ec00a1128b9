import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactSpan } from '../testing/exact-span.ts'
import { reduceRows, rowOf } from './modular-rows.ts'
import { zeroSumSet } from './zero-sum.ts'

/** What is found of sets of columns of some width, all of which are looked at. */
function found(
  sets: readonly (readonly number[])[],
  width: number,
  accepts: (set: readonly number[]) => boolean = () => true,
) {
  const reduced = reduceRows(
    sets.map((set) => rowOf(set, width)),
    Array(width).keys(),
  )
  const set = zeroSumSet(reduced, [...Array(width).keys()], accepts)
  return set && [...set].sort((a, b) => a - b)
}

it('finds a single column, two, three and four', () => {
  expect(
    found(
      [
        [0, 1, 2],
        [1, 2],
      ],
      3,
      (set) => set.length === 1,
    ),
  ).toEqual([0])
  expect(found([[0, 1, 2], [2]], 3, (set) => set.length === 2)).toEqual([0, 1])
  expect(found([[0, 1, 2, 3], [3]], 4, (set) => set.length === 3)).toEqual([0, 1, 2])
  expect(found([[0, 1, 2, 3, 4], [4]], 5, (set) => set.length === 4)).toEqual([0, 1, 2, 3])
})

it('finds none of five', () => {
  expect(found([[0, 1, 2, 3, 4]], 5)).toBeUndefined()
})

it('finds none that is not accepted', () => {
  expect(found([[0, 1]], 2, () => false)).toBeUndefined()
})

const someSets = fc.integer({ min: 1, max: 8 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    sets: fc.array(fc.subarray([...Array(width).keys()]), { minLength: 1, maxLength: 8 }),
    accepted: fc.integer({ min: 1, max: 2 ** width - 1 }),
  }),
)

it('finds a set of up to four just where one is a rational combination, and any one that is asked for', () => {
  fc.assert(
    fc.property(someSets, ({ width, sets, accepted }) => {
      const isSum = exactSpan(
        sets.map((set) => [...rowOf(set, width)]),
        width,
      )
      const members = (bits: number) => [...Array(width).keys()].filter((column) => (bits >> column) & 1)
      const few = Array.from({ length: 2 ** width - 1 }, (_, index) => members(index + 1)).filter(
        (set) => set.length <= 4 && isSum([...rowOf(set, width)]),
      )
      const set = found(sets, width)
      if (few.length === 0) expect(set).toBeUndefined()
      else expect(few).toContainEqual(set)
      const wanted = members(accepted)
      const only = found(
        sets,
        width,
        (candidate) => rowOf(candidate, width).join() === rowOf(wanted, width).join(),
      )
      expect(only).toEqual(few.find((one) => one.join() === wanted.join()))
    }),
    { numRuns: 500 },
  )
})
