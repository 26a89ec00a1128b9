import { expect, test } from 'vitest'
import { overviewPage } from './overview-page.ts'
import { showPlace } from './steps.ts'
import { sampleQuestionnaire, sampleQuestions } from './testing/sample-questionnaire.ts'

test('what follows from the invitation is shown among the answers, and cannot be changed', () => {
  const organisation = {
    ...sampleQuestions[0]!,
    code: 'employer',
    wording: { nl: 'Werkgever', en: 'Employer' },
    categories: [{ code: 'org_a', label: { nl: 'Huis', en: 'House' } }],
    known: 'org_a',
  }
  const questionnaire = sampleQuestionnaire([organisation, ...sampleQuestions])
  const shown = showPlace(questionnaire, { page: 'check', changing: false }, new Map([['joy', ['7']]]))
  const page = overviewPage(questionnaire, shown, { language: 'en', languages: ['en'] }, 'token')
  expect(page).toMatch(
    /<dt>Employer<\/dt>\s*<dd class="given">House<\/dd>\s*<dd[^>]*>follows from your invitation/,
  )
  expect(page).not.toContain('change-employer')
  expect(page).toMatch(/<dt>Joy en<\/dt>\s*<dd class="given">7<\/dd>\s*<dd[^>]*><button[^>]*"change-joy"/)
})
