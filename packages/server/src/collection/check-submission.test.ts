import { expect, test } from 'vitest'
import { header, variables } from '../import/testing/small-survey.ts'
import { checkSubmission } from './check-submission.ts'
import { questions } from './testing/fielding-wave.ts'

test('a weight is 1 until it is computed, whatever is sent', () => {
  expect(header).toContain('weight')
  expect(checkSubmission(variables, { sector: 'a' }, null)).toEqual({ answers: { sector: 'a', weight: 1 } })
  expect(checkSubmission(variables, { weight: 9 }, null)).toEqual({ answers: { weight: 1 } })
})

test('what nobody answered is absent; no option of several is an answer', () => {
  expect(checkSubmission(questions, {}, null)).toEqual({ answers: {} })
  expect(checkSubmission(questions, { pressure: '1', causes: [] }, null)).toEqual({
    answers: { pressure: '1', causes: [] },
  })
  // In the order of the questionnaire, as imported answers have them: the order in which they were named is no answer.
  expect(checkSubmission(questions, { causes: ['hours', 'rules'], pressure: '1' }, null)).toEqual({
    answers: { pressure: '1', causes: ['rules', 'hours'] },
  })
})

test('the organisation of an entry takes the place of what is sent, where it is asked', () => {
  expect(checkSubmission(questions, { employer: 'org_a' }, 'org_b')).toEqual({
    answers: { employer: 'org_b' },
  })
  expect(checkSubmission(questions, { employer: 'org_a' }, null)).toEqual({ answers: { employer: 'org_a' } })
  const [employer, pressure] = questions
  const routed = [pressure!, { ...employer!, askedIf: { variable: 'pressure', in: ['1'] } }]
  expect(checkSubmission(routed, { pressure: '1' }, 'org_b')).toEqual({
    answers: { pressure: '1', employer: 'org_b' },
  })
  expect(checkSubmission(routed, { pressure: '2' }, 'org_b')).toEqual({ answers: { pressure: '2' } })
})
