import fc from 'fast-check'
import type { RandomWave } from './random-wave.ts'
import { single, type TestAnswers } from './small-wave.ts'

export type OneQuestion = RandomWave

const letters = ['a', 'b', 'c', 'd', 'e']

/** Waves of 15 to 90 respondents and one question, by one to three background variables and perhaps one pair. */
export const oneQuestion: fc.Arbitrary<OneQuestion> = fc
  .record({
    sides: fc.array(
      fc.record({
        categories: fc.integer({ min: 2, max: 5 }),
        net: fc.option(fc.subarray([0, 1, 2, 3], { minLength: 2, maxLength: 3 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    pair: fc.boolean(),
    size: fc.integer({ min: 15, max: 90 }),
  })
  .chain(({ sides, pair, size }) => {
    const background = sides.map(({ categories, net }, index) => {
      const codes = letters.slice(0, categories)
      const members = (net ?? []).flatMap((place) => codes[place] ?? [])
      return single(`side${index}`, codes, members.length > 1 ? { some: members } : {})
    })
    const codes = background.map(({ code }) => code)
    const ruimte = single('ruimte', ['ja', 'nee', 'soms'])
    const policy = {
      minimumGroupSize: 5,
      background: codes,
      questions: ['ruimte'],
      breakdowns: [...codes.map((code) => [code]), ...(pair && codes.length > 1 ? [codes.slice(0, 2)] : [])],
    }
    const variables = [...background, ruimte]
    return fc
      .array(fc.tuple(...variables.map(({ code, categories }) => answer(code, categories))), {
        minLength: size,
        maxLength: size,
      })
      .map((rows) => ({ variables, policy, respondents: rows.map((row) => Object.assign({}, ...row)) }))
  })

/** Odds that halve, and in fifty answers one is missing. */
function answer(code: string, categories: readonly string[]): fc.Arbitrary<TestAnswers> {
  const options = categories.map((category, index) => ({
    arbitrary: fc.constant<TestAnswers>({ [code]: category }),
    weight: 3 * 2 ** (categories.length - index),
  }))
  return fc.oneof(...options, { arbitrary: fc.constant<TestAnswers>({}), weight: 2 })
}
