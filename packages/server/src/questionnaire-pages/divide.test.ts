import { expect, test } from 'vitest'
import { dividePages } from './divide.ts'
import { sampleQuestions } from './testing/sample-questionnaire.ts'

const codes = (questions = sampleQuestions) =>
  dividePages(questions).map((page) => page.map(({ code }) => code))

test('a question stands on a page after the one its routing looks at', () => {
  expect(codes()).toEqual([['pressure', 'joy'], ['causes'], ['rules', 'clients']])
})

test('a page has three questions at most, and none whose answer is known', () => {
  const free = sampleQuestions.map(({ askedIf: _, ...question }) => question)
  expect(codes(free)).toEqual([
    ['pressure', 'joy', 'causes'],
    ['rules', 'clients'],
  ])
  expect(codes(free.map((one) => (one.code === 'joy' ? { ...one, known: '7' } : one)))).toEqual([
    ['pressure', 'causes', 'rules'],
    ['clients'],
  ])
})
