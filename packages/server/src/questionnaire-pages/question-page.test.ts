import { expect, test } from 'vitest'
import { questionPage } from './question-page.ts'
import { firstPlace, showPlace } from './steps.ts'
import { sampleQuestionnaire, sampleQuestions } from './testing/sample-questionnaire.ts'

/** The first page, on which some of two questions cannot be skipped. */
function firstPage(...required: readonly string[]): string {
  const asked = sampleQuestions
    .slice(0, 2)
    .map((question) => ({ ...question, required: required.includes(question.code) }))
  const questionnaire = sampleQuestionnaire(asked)
  const shown = showPlace(questionnaire, firstPlace, new Map())
  return questionPage(questionnaire, shown, { language: 'en', languages: ['en'] })
}

test('it says which questions may be skipped', () => {
  expect(firstPage()).toContain('You may skip any question.')
  expect(firstPage('joy')).toContain('You may skip the others.')
  expect(firstPage('joy', 'pressure')).not.toContain('You may skip')
})
