import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exchangesOfSix } from './exchanges-of-six.ts'

const kinds = [...Array(8).keys()]

/** Every three of some kinds. */
const threes = (some: readonly number[]) =>
  some.flatMap((a, at) =>
    some.slice(at + 1).flatMap((b, next) => some.slice(at + next + 2).map((c) => [a, b, c])),
  )

it('finds just what brute force over all six kinds of two answers finds', () => {
  const known = fc.record({
    given: fc.array(fc.nat(3), { minLength: kinds.length, maxLength: kinds.length }),
    published: fc.array(fc.subarray(kinds, { minLength: 1 }), { maxLength: 4 }),
  })
  let found = 0
  fc.assert(
    fc.property(known, ({ given, published }) => {
      const gave = (answer: number) => threes(kinds.filter((kind) => (given[kind]! >> answer) & 1))
      const inSets = (three: readonly number[]) =>
        published.map((set) => three.filter((kind) => set.includes(kind)).length).join()
      const expected = gave(0).flatMap((here) =>
        gave(1)
          .filter((there) => !here.some((kind) => there.includes(kind)) && inSets(here) === inSets(there))
          .map((there) => ({ here, there, from: 0, to: 1 })),
      )
      found += expected.length
      const own = exchangesOfSix({ given: Int32Array.from(given), published })(0, 1)
      expect(own).toHaveLength(expected.length)
      expect(own).toEqual(expect.arrayContaining(expected))
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(0)
})
