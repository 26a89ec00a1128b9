import { expect, test } from 'vitest'
import { mostCharacters, readFilled } from './filled-in.ts'
import { sampleQuestionnaire, sampleQuestions } from './testing/sample-questionnaire.ts'

const read = (given: Record<string, string[]>, questions = sampleQuestions) =>
  readFilled(sampleQuestionnaire(questions), new Map(Object.entries(given)))

test('answers are read by their kind; what is left empty is no answer', () => {
  const { answers, problems } = read({
    ...{ pressure: ['1'], joy: ['7'], causes: ['rules', 'hours'] },
    ...{ rules: [' of\r\nmany\0 '], clients: ['12,5'] },
  })
  expect(answers).toEqual({
    pressure: '1',
    joy: 7,
    causes: ['rules', 'hours'],
    rules: 'of\nmany',
    clients: 12.5,
  })
  expect(problems.size).toBe(0)
  expect(read({ pressure: [''], joy: [''], clients: [' '] }).answers).toEqual({})
})

test('what is not asked is dropped, and what depends on it too', () => {
  const { answers, filled, asked } = read({ pressure: ['2'], causes: ['rules'], rules: ['x'] })
  expect(answers).toEqual({ pressure: '2' })
  expect([...filled.keys()]).toEqual(['pressure'])
  expect([...asked]).toEqual(['pressure', 'joy', 'clients'])
})

test('what no form of ours can send is dropped', () => {
  expect(read({ pressure: ['3', '2', '1'], nowhere: ['1'] }).answers).toEqual({ pressure: '1' })
  expect(read({ pressure: ['1'], causes: ['else', 'hours', 'hours'] }).answers).toEqual({
    pressure: '1',
    causes: ['hours'],
  })
})

test('"none of these" is an answer of its own, and stands alone', () => {
  expect(read({ pressure: ['1'], causes: ['-'] }).answers).toEqual({ pressure: '1', causes: [] })
  const both = read({ pressure: ['1'], causes: ['-', 'rules'] })
  expect(both.problems.get('causes')).toBe('NONE_AND_OTHERS')
  expect(both.filled.get('causes')).toEqual(['rules', '-'])
  expect(both.answers).toEqual({ pressure: '1' })
})

test('what hangs on a wrong answer is kept until that is mended, and no answer before', () => {
  const given = { pressure: ['1'], causes: ['-', 'rules'], rules: ['too many'] }
  const wrong = read(given)
  expect(wrong.filled.get('rules')).toEqual(['too many'])
  expect([wrong.answers, wrong.asked.has('rules')]).toEqual([{ pressure: '1' }, false])
  expect(read({ ...given, causes: ['rules'] }).answers).toMatchObject({ rules: 'too many' })
  expect(read({ ...given, causes: ['-'] }).filled.has('rules')).toBe(false)
  const required = sampleQuestions.map((one) => (one.code === 'pressure' ? { ...one, required: true } : one))
  const { filled, problems } = read({ ...given, pressure: [] }, required)
  expect([...problems]).toEqual([['pressure', 'REQUIRED']])
  expect([...filled.keys()]).toEqual(['causes', 'rules'])
})

test.each([
  ['seven', 'NOT_A_NUMBER'],
  ['1e1', 'NOT_A_NUMBER'],
  ['0,0000000001', 'NOT_A_NUMBER'],
  ['5.000', 'THOUSANDS'],
  ['5,000', 'THOUSANDS'],
  ['1.250.000,5', 'THOUSANDS'],
  ['5 000', 'THOUSANDS'],
  ['0', 'OUT_OF_RANGE'],
  ['11', 'OUT_OF_RANGE'],
])('the number %s is %s, and kept to be mended', (given, problem) => {
  const { problems, filled, answers } = read({ joy: [given] })
  expect([problems.get('joy'), filled.get('joy'), answers]).toEqual([problem, [given], {}])
})

test.each([
  ['5000', 5000],
  ['0,125', 0.125],
  ['1234.567', 1234.567],
  ['7,1250', 7.125],
])('%s can be read in one way alone', (given, value) => {
  expect(read({ clients: [given] }).answers).toEqual({ clients: value })
})

test('an answer in words has an end', () => {
  const given = { pressure: ['1'], causes: ['rules'], rules: ['x'.repeat(mostCharacters)] }
  expect(read(given).problems.size).toBe(0)
  expect(read({ ...given, rules: ['x'.repeat(mostCharacters + 1)] }).problems.get('rules')).toBe('TOO_LONG')
})

test('a question is skipped unless how respondents were sampled follows from it', () => {
  const required = sampleQuestions.map((question) => ({
    ...question,
    required: question.code === 'pressure',
  }))
  expect([...read({}, required).problems]).toEqual([['pressure', 'REQUIRED']])
})

test('what is known is not asked, and leads to other questions', () => {
  const known = sampleQuestions.map((one) => (one.code === 'pressure' ? { ...one, known: '1' } : one))
  const { answers, asked } = read({ pressure: ['2'], causes: ['hours'] }, known)
  expect(answers).toEqual({ pressure: '1', causes: ['hours'] })
  expect(asked.has('pressure')).toBe(false)
})
