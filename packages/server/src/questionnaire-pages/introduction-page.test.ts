import { expect, test } from 'vitest'
import { introductionPage } from './introduction-page.ts'
import { sampleQuestionnaire, sampleQuestions } from './testing/sample-questionnaire.ts'

const introduction = {
  language: 'en',
  languages: ['nl', 'en'],
  wasHere: false,
  isOver: false,
  isShared: false,
} as const

test('it says how long it takes, until when, and from how many people on groups are shown', () => {
  const page = introductionPage(sampleQuestionnaire(), introduction)
  expect(page).toContain('<html lang="en">')
  expect(page).toContain('5 questions at most. It takes about 3 minutes.')
  expect(page).toContain('up to and including 31 March 2024')
  expect(page).toContain('groups of fewer than 7 people')
  expect(page).toContain('for a week at most')
  expect(page).toContain('It travels to us and back with each page')
  expect(page).toContain('Researchers with permission')
  expect(page).toContain('first read by a member of staff')
  expect(page).toContain('for the organisations that take part')
  const open = introductionPage({ ...sampleQuestionnaire(), isPublic: true }, introduction)
  expect(open).toContain('The results are for everyone')
  expect(open).not.toContain('for the organisations that take part')
})

test('it says that some questions cannot be skipped, where there are such', () => {
  expect(introductionPage(sampleQuestionnaire(), introduction)).not.toContain('“required”')
  const [first, ...others] = sampleQuestions
  const asked = sampleQuestionnaire([{ ...first!, required: true }, ...others])
  expect(introductionPage(asked, introduction)).toContain('skip questions that are not marked “required”')
  const known = sampleQuestionnaire([{ ...first!, required: true, known: '1' }, ...others])
  expect(introductionPage(known, introduction)).not.toContain('“required”')
})

test('it says only what holds: answers in words, an organisation, a shared address', () => {
  const closed = sampleQuestionnaire(sampleQuestions.filter(({ measurement }) => measurement !== 'text'))
  expect(introductionPage(closed, introduction)).not.toContain('member of staff')
  const organisation = { nl: 'Huis & Co', en: 'House & Co' }
  const page = introductionPage({ ...closed, organisation }, { ...introduction, isShared: true })
  expect(page).toContain('people who work at House &amp; Co')
  expect(page).toContain('we do keep it with your answers')
  expect(page).toContain('for an hour at most')
})

test('who was here before can go on, or begin again', () => {
  const page = introductionPage(sampleQuestionnaire(), { ...introduction, wasHere: true })
  expect(page).toContain('value="goOn">Go on where you were')
  expect(page).toContain('value="again"')
})
