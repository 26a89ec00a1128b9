import fc from 'fast-check'
import type { DisclosurePolicy } from '../release-plan.ts'
import type { KnownWave } from './attacker.ts'
import { multiple, single, type TestAnswers, type TestVariable } from './small-wave.ts'

/** A small wave and what staff release of it. */
export interface RandomWave extends KnownWave {
  readonly policy: DisclosurePolicy
}

const letters = ['a', 'b', 'c', 'd']

/** Waves of up to 40 respondents whose answers lean to some categories, so that groups of all sizes arise. */
export const randomWave: fc.Arbitrary<RandomWave> = fc
  .record({
    background: fc.array(fc.record({ categories: fc.integer({ min: 2, max: 4 }), net: fc.boolean() }), {
      minLength: 1,
      maxLength: 2,
    }),
    net: fc.subarray([0, 1, 2], { minLength: 1 }),
    minimumGroupSize: fc.integer({ min: 5, max: 7 }),
  })
  .chain(({ background, net, minimumGroupSize }) => {
    const sides = background.map(({ categories, net: hasNet }, index) => {
      const codes = letters.slice(0, categories)
      const members = net.flatMap((place) => codes[place] ?? [])
      return single(`side${index}`, codes, hasNet && members.length > 0 ? { some: members } : {})
    })
    const questions = [
      single('ruimte', ['ja', 'nee', 'soms'], { niet: ['nee', 'soms'] }),
      multiple('regels', letters),
    ]
    const names = sides.map(({ code }) => code)
    const policy = {
      minimumGroupSize,
      background: names,
      questions: questions.map(({ code }) => code),
      breakdowns: [...names.map((code) => [code]), ...(names.length > 1 ? [names] : [])],
    }
    const variables = [...sides, ...questions]
    return fc
      .array(fc.tuple(...variables.map(answer)), { minLength: 8, maxLength: 40 })
      .map((rows) => ({ variables, policy, respondents: rows.map((row) => Object.assign({}, ...row)) }))
  })

/** Halving odds: the first categories are common, the last are rare, and one in twelve says nothing. */
function answer({ kind, code, categories }: TestVariable): fc.Arbitrary<TestAnswers> {
  const options = categories.map((category, index) => ({
    arbitrary: fc.constant(category),
    weight: 2 ** (categories.length - index),
  }))
  const given =
    kind === 'multiple' ? fc.subarray([...categories]).map((named) => [...named]) : fc.oneof(...options)
  return fc.oneof(
    { weight: 11, arbitrary: given.map((value): TestAnswers => ({ [code]: value })) },
    { weight: 1, arbitrary: fc.constant<TestAnswers>({}) },
  )
}
