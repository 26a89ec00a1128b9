import { expect, test } from 'vitest'
import { sentPage } from './notice-pages.ts'
import { sampleQuestionnaire } from './testing/sample-questionnaire.ts'

test('who sent answers is told where results are only if they are for everyone', () => {
  const page = (isPublic: boolean) =>
    sentPage({ language: 'en', languages: ['en'] }, 'https://peo.example', {
      ...sampleQuestionnaire(),
      isPublic,
    })
  expect(page(false)).toContain('shares the results with the organisations that take part')
  expect(page(false)).not.toContain('https://peo.example')
  expect(page(true)).toContain('<a href="https://peo.example">')
})
