import { expect, test } from 'vitest'
import { pastedFile } from './answer-file.ts'
import { type AnswerFormat, formatOf, openAnswers } from './open-answers.ts'

test.each<[AnswerFormat, string]>([
  ['limesurvey', 'id,submitdate,q1'],
  ['limesurvey', '"id";"startlanguage";"q1"'],
  ['limesurvey', 'id,token,firstname,lastname,email,attribute_1,q1'],
  ['limesurvey', 'id\tq1\temail'],
  ['limesurvey', 'q1[SQ001],q2'],
  ['csv', 'respondent,q1,email'],
  ['csv', 'id,q1,emails'],
  ['sav', '$FL2'],
  ['triple-s', '<?xml version="1.0"?>'],
])('%s is seen by %j', async (format, header) => {
  expect(await formatOf(pastedFile(`${header}\n`))).toBe(format)
})

test('of participants nothing is drafted or kept, and it is said', async () => {
  const file = pastedFile('id,firstname,attribute_1,q1\n1,Jan,Delft,A1\n2,Piet,Delft,A2\n')
  const drafted = await openAnswers(file, await formatOf(file), [])
  if ('problems' in drafted) throw new Error(JSON.stringify(drafted.problems))
  expect(drafted.variables.map(({ code }) => code)).toEqual(['q1'])
  expect(drafted.columns.filter(({ understood }) => understood.startsWith('left out'))).toHaveLength(2)
  const label = { nl: 'x', en: 'x' }
  const known = await openAnswers(file, 'limesurvey', [{ code: 'attribute_1', measurement: 'text', label }])
  expect('variables' in known && known.variables.map(({ code }) => code)).toEqual(['attribute_1', 'q1'])
})
