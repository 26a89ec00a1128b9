import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactSpan } from '../testing/exact-span.ts'
import { combinationFor, follows } from './combination.ts'
import { reduceRows, rowOf } from './modular-rows.ts'

it('says which counts a remainder takes', () => {
  expect(combinationFor([2], [[0, 1, 2], [0], [1]], 3)).toEqual([0, 1, 2])
})

it('gives nothing where a count does not follow', () => {
  expect(combinationFor([2], [[0, 1, 2], [0]], 3)).toBeUndefined()
})

it('takes the first sets where there is a choice', () => {
  expect(combinationFor([1], [[0, 1], [0], [1], [0, 1]], 2)).toEqual([0, 1])
})

it('needs no set for nobody', () => {
  expect(combinationFor([], [[0]], 1)).toEqual([])
})

const someSets = fc.integer({ min: 1, max: 8 }).chain((width) => {
  const set = fc.subarray([...Array(width).keys()])
  return fc.record({ width: fc.constant(width), target: set, sets: fc.array(set, { maxLength: 8 }) })
})

it('finds what follows as rational elimination does, and no more sets than it takes', () => {
  fc.assert(
    fc.property(someSets, ({ width, target, sets }) => {
      const vectorOf = (set: readonly number[]) => [...rowOf(set, width)]
      const isSum = (places: readonly number[]) =>
        exactSpan(
          places.map((place) => vectorOf(sets[place]!)),
          width,
        )(vectorOf(target))
      const all = [...sets.keys()]
      const places = combinationFor(target, sets, width)
      const reduced = reduceRows(
        sets.map((set) => rowOf(set, width)),
        Array(width).keys(),
      )
      expect(follows(target, reduced, width)).toBe(isSum(all))
      expect(places !== undefined).toBe(isSum(all))
      if (places === undefined) return
      expect(isSum(places)).toBe(true)
      for (const place of places) expect(isSum(places.filter((other) => other !== place))).toBe(false)
      // The first only: without the last of them and all after it, it does not follow.
      if (places.length > 0) expect(isSum(all.slice(0, places.at(-1)))).toBe(false)
    }),
    { numRuns: 1000 },
  )
})
