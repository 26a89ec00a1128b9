import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedByFour } from './exchanges-of-four.ts'
import type { PublishedAnswers } from './published-answers.ts'

/** Two sectors by two areas, three in each; of the answers, the totals of each are published. */
const square: PublishedAnswers = {
  sizes: [3, 3, 3, 3],
  answers: [
    [2, 0, 0, 1],
    [1, 3, 3, 2],
  ],
  exclusive: true,
  published: [
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 3],
  ],
  withheld: [],
}

it('finds what changes while margins stay, upwards and downwards', () => {
  const counts = [[0], [1], [0, 1], [0, 3]].map((atoms) => ({ answer: 0, atoms, isZero: false }))
  const [corner, next, row, diagonal] = counts
  const changed = changedByFour(square, counts)
  expect([corner, next, row, diagonal].map((count) => changed.has(count!))).toEqual([true, true, false, true])
})

it('finds nothing where nobody has an answer to give', () => {
  const empty = {
    ...square,
    answers: [
      [3, 0, 0, 0],
      [0, 3, 3, 3],
    ],
  }
  expect(changedByFour(empty, [{ answer: 0, atoms: [0], isZero: false }]).size).toBe(0)
})

it('says nothing of answers beyond those it looks at', () => {
  // The first answer changes; of the 33rd, which nobody else gave, nothing is known.
  const [first, second] = square.answers
  const others = Array.from({ length: 30 }, () => [0, 0, 0, 0])
  const known = { ...square, answers: [first!, second!, ...others, [1, 0, 0, 0]] }
  const counts = [0, 32].map((answer) => ({ answer, atoms: [0], isZero: false }))
  expect(changedByFour(known, counts)).toEqual(new Set([counts[0]]))
})

const width = 7
const sets = fc.uniqueArray(fc.subarray([...Array(width).keys()], { minLength: 1 }), { maxLength: 6 })

it('finds just what brute force over all four atoms and two answers finds', () => {
  const known = fc
    .record({
      given: fc.array(fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }), {
        minLength: width,
        maxLength: width,
      }),
      published: sets,
      asked: sets,
    })
    .map(({ given, published, asked }) => ({
      asked,
      known: {
        sizes: given.map((own) => own.reduce((sum, count) => sum + count, 0)),
        answers: [0, 1, 2].map((answer) => given.map((own) => own[answer]!)),
        exclusive: true,
        published,
        withheld: [],
      },
    }))
  fc.assert(
    fc.property(known, ({ known: { answers, published, ...rest }, asked }) => {
      const counts = asked.flatMap((atoms) => [0, 1, 2].map((answer) => ({ answer, atoms, isZero: false })))
      const changed = changedByFour({ answers, published, ...rest }, counts)
      const together = (set: readonly number[], ...pair: number[]) =>
        pair.filter((atom) => set.includes(atom)).length
      const atoms = [...Array(width).keys()]
      const canChange = (answer: number, set: readonly number[]) =>
        atoms.some((p) =>
          atoms.some((q) =>
            atoms.some((r) =>
              atoms.some((s) => {
                if (new Set([p, q, r, s]).size < 4 || together(set, p, q) === together(set, r, s))
                  return false
                if (published.some((own) => together(own, p, q) !== together(own, r, s))) return false
                return [0, 1, 2].some(
                  (other) =>
                    other !== answer &&
                    [p, q].every((atom) => answers[other]![atom]! > 0) &&
                    [r, s].every((atom) => answers[answer]![atom]! > 0),
                )
              }),
            ),
          ),
        )
      for (const count of counts) expect(changed.has(count)).toBe(canChange(count.answer, count.atoms))
    }),
    { numRuns: 150 },
  )
})
