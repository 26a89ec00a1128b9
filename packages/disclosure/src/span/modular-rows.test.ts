import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactNullSpace } from '../testing/exact-span.ts'
import { inverse, prime, reduceRows, residue, rowOf, scale, subtract } from './modular-rows.ts'

it('gives the remainder of any whole number of a double', () => {
  expect([0, 1, prime - 1, prime, prime + 1, prime * 2].map(residue)).toEqual([0, 1, prime - 1, 0, 1, 0])
  const nearMultiple = fc
    .tuple(fc.integer({ min: 1, max: prime }), fc.integer({ min: -1, max: 1 }))
    .map(([times, more]) => times * prime + more)
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeNat(), nearMultiple), (value) => {
      expect(residue(value)).toBe(Number(BigInt(value) % BigInt(prime)))
    }),
    { numRuns: 1000 },
  )
})

it('inverts residues', () => {
  expect(inverse(1)).toBe(1)
  expect(inverse(2)).toBe((prime + 1) / 2)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: prime - 1 }), (value) => {
      expect(residue(inverse(value) * value)).toBe(1)
    }),
  )
})

it('subtracts and multiplies rows in place', () => {
  const row = Float64Array.of(5, 1, 0)
  subtract(row, Float64Array.of(2, 1, 1), 2)
  expect([...row]).toEqual([1, prime - 1, prime - 2])
  scale(row, 3)
  expect([...row]).toEqual([3, prime - 3, prime - 6])
})

it('writes a set as a row of zeros and ones', () => {
  expect([...rowOf([0, 2], 4)]).toEqual([1, 0, 1, 0])
})

it('reduces rows, and drops those that follow from others', () => {
  const rows = [rowOf([0, 1, 2], 3), rowOf([0, 1], 3), rowOf([2], 3)]
  const { rows: reduced, pivots } = reduceRows(rows, [0, 1, 2])
  expect(reduced.map((row) => [...row])).toEqual([
    [1, 1, 0],
    [0, 0, 1],
  ])
  expect(pivots).toEqual([0, 2])
})

it('seeks pivots in the order of the columns', () => {
  expect(reduceRows([rowOf([0, 1], 2)], [1, 0]).pivots).toEqual([1])
})

const someSets = fc.integer({ min: 1, max: 8 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    sets: fc.array(fc.subarray([...Array(width).keys()]), { maxLength: 8 }),
  }),
)

it('keeps as many rows as rational elimination does, each 1 at its pivot and 0 at the others', () => {
  fc.assert(
    fc.property(someSets, ({ width, sets }) => {
      const { rows, pivots } = reduceRows(
        sets.map((set) => rowOf(set, width)),
        Array(width).keys(),
      )
      const vectors = sets.map((set) => [...rowOf(set, width)])
      expect(rows).toHaveLength(width - exactNullSpace(vectors, width).length)
      for (const [index, row] of rows.entries()) {
        expect(pivots.map((pivot) => row[pivot])).toEqual(pivots.map((_, place) => (place === index ? 1 : 0)))
      }
    }),
  )
})
