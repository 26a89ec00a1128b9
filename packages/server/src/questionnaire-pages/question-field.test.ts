import { expect, test } from 'vitest'
import type { AskedQuestion } from '../collection/questionnaire.ts'
import { type AnswerProblem, mostCharacters } from './filled-in.ts'
import { questionField } from './question-field.ts'
import { sampleQuestions } from './testing/sample-questionnaire.ts'

const of = (code: string, more: Partial<AskedQuestion> = {}) => ({
  ...sampleQuestions.find((question) => question.code === code)!,
  ...more,
})

const shown = (question: AskedQuestion, fields: readonly string[] = [], problem?: AnswerProblem) =>
  questionField({ question, fields, problem, language: 'en' }).markup

test('a question of categories is a group; only an answer that was given can be taken back', () => {
  const fresh = shown(of('pressure'))
  expect(fresh).toContain('<legend>Pressure en</legend>')
  expect(fresh.match(/type="radio"/g)).toHaveLength(2)
  const given = shown(of('pressure'), ['2'])
  expect(given).toContain('value="2" checked')
  expect(given).toContain('No answer after all')
  expect(shown(of('pressure', { required: true }), ['2'])).not.toContain('No answer after all')
})

test('many categories are a list, a short scale is numbers, a long one a field', () => {
  const many = Array.from({ length: 13 }, (_, code) => ({ code: `c${code}`, label: { nl: 'x', en: 'y' } }))
  expect(shown(of('pressure', { categories: many }), ['c3'])).toContain('<option value="c3" selected>')
  expect(shown(of('joy')).match(/type="radio"/g)).toHaveLength(10)
  const clients = shown(of('clients'), ['12,5'])
  expect(clients).toContain('inputmode="decimal"')
  expect(clients).toContain('A number, 0 at least')
  expect(clients).toContain('value="12,5"')
})

test('a number is written as it is to be filled in: without marks between thousands', () => {
  const question = of('clients', { minimum: 0, maximum: 5000.5 })
  for (const [language, range] of [
    ['nl', 'van 0 tot en met 5000,5'],
    ['en', 'from 0 to 5000.5'],
  ] as const)
    expect(questionField({ question, fields: [], problem: undefined, language }).markup).toContain(range)
  expect(shown(of('clients'), ['5,000'], 'THOUSANDS')).toContain('without a point or comma for thousands')
})

test('an answer in words has its end in the browser too', () => {
  expect(shown(of('rules'))).toContain(`maxlength="${mostCharacters}"`)
})

test('what cannot be skipped says so, in words and to the browser', () => {
  for (const code of ['pressure', 'joy', 'causes', 'rules', 'clients'])
    expect(shown(of(code)), code).not.toContain('required')
  expect(shown(of('pressure', { required: true }))).toContain(
    '<legend>Pressure en <span class="soft">(required)</span></legend>',
  )
  expect(shown(of('pressure', { required: true })).match(/ required>/g)).toHaveLength(2)
  expect(shown(of('clients', { required: true }))).toContain('(required)</span></label>')
  expect(shown(of('clients', { required: true }))).toMatch(/<input [^>]* required>/)
  expect(shown(of('causes', { required: true }))).not.toMatch(/<input [^>]* required>/)
})

test('what is wrong is told at the question, which says so to who cannot see it', () => {
  const wrong = shown(of('clients'), ['"><script>'], 'NOT_A_NUMBER')
  expect(wrong).toContain('aria-describedby="q-clients-hint q-clients-error" aria-invalid="true"')
  expect(wrong).toContain('Enter a number, such as 7 or 7.5')
  expect(wrong).not.toContain('<script>')
  expect(shown(of('clients'), ['-1'], 'OUT_OF_RANGE')).toContain('Enter a number, 0 at least')
})
