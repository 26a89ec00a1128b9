import { expect, it } from 'vitest'
import { planOf, solver } from '../testing/plan.ts'
import { single, smallWave } from '../testing/small-wave.ts'
import { openQuestions } from './open-questions.ts'

/** Of each sector and each area six respondents, three of each together; what they answered to four questions. */
const answers = [
  'a city no yes yes no',
  'a city yes no no yes',
  'a city yes yes yes yes',
  'a coast no no no no',
  'a coast no yes no yes',
  'a coast yes yes no yes',
  'b city no yes yes no',
  'b city yes no no no',
  'b city yes yes no yes',
  'b coast no no no no',
  'b coast no no yes no',
  'b coast no no yes no',
]
const codes = ['sector', 'area', 'space', 'joy', 'care', 'rest']
const questions = codes.slice(2)
const data = smallWave(
  [
    single('sector', ['a', 'b']),
    single('area', ['city', 'coast']),
    ...questions.map((code) => single(code, ['yes', 'no'])),
  ],
  answers.map((line) => Object.fromEntries(line.split(' ').map((answer, place) => [codes[place]!, answer]))),
)
const plan = planOf(data, {
  minimumGroupSize: 5,
  background: ['sector', 'area'],
  questions,
  breakdowns: [['sector'], ['area']],
})
const everyone = [[...answers.keys()]]

const released = (said: readonly string[]) =>
  said.map((variable) => {
    const column = data.columns.get(variable)!
    if (column.kind !== 'single') throw new TypeError(variable)
    const columns = [{ variable, option: null, answers: ['yes', 'no'], codes: column.codes }]
    return { variable, columns, counted: true, sensitive: false }
  })

it('lets rows give one answer, and not all four, which tables place together', () => {
  const areOpen = openQuestions(data, plan, solver)
  expect(questions.map((question) => areOpen(everyone, released([question])))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(areOpen(everyone, released(questions))).toBe(false)
})

it('needs tables to place rows', () => {
  const nothing = { ...plan, withheld: { ...plan.withheld } }
  for (const family of Object.keys(nothing.withheld)) {
    const groups = ['a', 'b', 'city', 'coast', '*'].map((key) => [key, 'PROTECTS_ANOTHER' as const])
    nothing.withheld[family] = Object.fromEntries(groups)
  }
  expect(
    openQuestions(
      data,
      { ...nothing, withheldWeighted: nothing.withheld },
      solver,
    )(everyone, released(questions)),
  ).toBe(true)
})
