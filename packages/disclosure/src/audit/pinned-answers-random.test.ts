import fc from 'fast-check'
import highsLoader from 'highs'
import { expect, it } from 'vitest'
import { solver } from '../testing/plan.ts'
import { type PinnedAnswer, type PublishedAnswers, pinnedAnswers } from './pinned-answers.ts'

const highs = await (highsLoader as unknown as typeof highsLoader.default)()

/** Small questions, with published sets that often come close to the withheld ones. */
function question(respondents: number, atoms: number, mostAnswers: number): fc.Arbitrary<PublishedAnswers> {
  return fc
    .record({
      exclusive: fc.boolean(),
      answers: fc.integer({ min: 2, max: mostAnswers }),
      people: fc.array(fc.tuple(fc.nat(atoms - 1), fc.nat(99), fc.nat(99)), {
        minLength: 1,
        maxLength: respondents,
      }),
    })
    .chain(({ exclusive, answers: kinds, people }) => {
      const names = [...new Set(people.map(([atom]) => atom))]
      const count = (is: (draw: readonly number[]) => boolean) =>
        names.map((name) => people.filter(([atom, ...draw]) => atom === name && is(draw)).length)
      const answers = Array.from({ length: kinds }, (_, answer) =>
        // The first answer is given most often, so that some groups are unanimous.
        count(([one, two]) =>
          exclusive ? Math.max(0, (one! % 6) - 3) % kinds === answer : (one! * (answer + 1) + two!) % 3 === 0,
        ),
      )
      const set = fc.subarray([...names.keys()], { minLength: 1 })
      return fc.record({
        sizes: fc.constant(count(() => true)),
        answers: fc.constant(answers),
        exclusive: fc.constant(exclusive),
        published: fc.array(set, { maxLength: 6 }),
        withheld: fc.array(set, { minLength: 1, maxLength: 8 }),
      })
    })
}

it('finds what the least and the most of each count say, one whole program at a time', () => {
  fc.assert(
    fc.property(question(30, 12, 4), (known) => {
      expect(pinnedAnswers(known, solver)).toEqual(byRanges(known, (one, sign) => extreme(known, one, sign)))
    }),
    { numRuns: 60 },
  )
})

it('finds nothing that some whole numbers contradict', () => {
  fc.assert(
    fc.property(question(6, 4, 3), (known) => {
      const worlds = possible(known)
      const whole = byRanges(known, ({ set, answer }, sign) => {
        const counts = worlds.map((world) => total(world[answer]!, set))
        return sign === 1 ? Math.max(...counts) : Math.min(...counts)
      })
      expect(whole).toEqual(expect.arrayContaining(pinnedAnswers(known, solver)))
    }),
    { numRuns: 300 },
  )
})

interface Counted {
  readonly set: readonly number[]
  readonly answer: number
}

/** The definition, put plainly. */
function byRanges(
  { sizes, answers, exclusive, withheld }: PublishedAnswers,
  extremeOf: (one: Counted, sign: 1 | -1) => number,
): PinnedAnswer[] {
  return withheld.flatMap((set, index) => {
    const pinned = answers.flatMap((own, answer): PinnedAnswer[] => {
      const truth = total(own, set)
      const isPinned =
        truth > 0 &&
        extremeOf({ set, answer }, 1) < truth + 1 - 1e-6 &&
        extremeOf({ set, answer }, -1) > truth - 1 + 1e-6
      return isPinned ? [{ withheld: index, problem: 'PINNED', answer }] : []
    })
    if (!exclusive) {
      const size = total(sizes, set)
      const isFixed = answers.every((own, answer) => {
        const truth = total(own, set)
        const canFall = truth > 0 && extremeOf({ set, answer }, -1) <= truth - 1 + 1e-6
        const canRise = truth < size && extremeOf({ set, answer }, 1) >= truth + 1 - 1e-6
        return [0, size].includes(truth) && !canFall && !canRise
      })
      const first = answers.findIndex((own) => total(own, set) > 0)
      return isFixed ? [...pinned, { withheld: index, problem: 'ONE_ANSWER', answer: first }] : pinned
    }
    const given = [...answers.keys()].filter((answer) => extremeOf({ set, answer }, 1) >= 1 - 1e-6)
    return given.length === 1
      ? [...pinned, { withheld: index, problem: 'ONE_ANSWER', answer: given[0]! }]
      : pinned
  })
}

function extreme(known: PublishedAnswers, { set, answer }: Counted, sign: 1 | -1): number {
  const { sizes, answers, exclusive, published } = known
  const name = (own: number, atom: number) => `y${own}_${atom}`
  const add = (own: number, atoms: readonly number[]) => atoms.map((atom) => name(own, atom)).join(' + ')
  const atoms = [...sizes.keys()]
  const sums = [
    ...published.flatMap((one) => answers.map((own, index) => `${add(index, one)} = ${total(own, one)}`)),
    ...(exclusive
      ? atoms.map((atom) => `${answers.map((_, own) => name(own, atom)).join(' + ')} = ${sizes[atom]}`)
      : []),
  ]
  const bounds = answers.flatMap((_, own) => atoms.map((atom) => `0 <= ${name(own, atom)} <= ${sizes[atom]}`))
  const text = [
    sign === 1 ? 'Maximize' : 'Minimize',
    add(answer, set),
    'Subject To',
    ...sums,
    'Bounds',
    ...bounds,
    'End',
  ]
  const { Status, ObjectiveValue } = highs.solve(text.join('\n'), { output_flag: false })
  expect(Status).toBe('Optimal')
  return ObjectiveValue
}

/** All whole answers of each atom that agree with what is published. */
function possible({ sizes, answers, exclusive, published }: PublishedAnswers): number[][][] {
  const perAtom = sizes.map((size) =>
    answers
      .reduce<number[][]>(
        (all, _) => all.flatMap((one) => Array.from({ length: size + 1 }, (_, count) => [...one, count])),
        [[]],
      )
      .filter((counts) => !exclusive || counts.reduce((sum, count) => sum + count, 0) === size),
  )
  const worlds = perAtom.reduce<number[][][]>(
    (all, choices) => all.flatMap((one) => choices.map((choice) => [...one, choice])),
    [[]],
  )
  return worlds
    .map((world) => answers.map((_, answer) => world.map((atom) => atom[answer]!)))
    .filter((world) =>
      published.every((set) => answers.every((own, index) => total(own, set) === total(world[index]!, set))),
    )
}

function total(numbers: readonly number[], set: readonly number[]): number {
  return set.reduce((sum, atom) => sum + numbers[atom]!, 0)
}
