import { expect, test } from 'vitest'
import { preferredLanguage } from './preferred-language.ts'

test.each([
  ['en', 'nl', 'en'],
  ['de', 'en-GB,en;q=0.9', 'en'],
  [null, 'fr;q=0.9, EN-us;q=0.5, nl;q=0.7', 'nl'],
  [null, 'en;q=0, nl;q=0.1', 'nl'],
  [null, 'en;q=x', 'nl'],
  [undefined, null, 'nl'],
] as const)('asked %s, accepting %s, is answered in %s', (asked, accepted, language) => {
  expect(preferredLanguage(asked, accepted, ['nl', 'en'])).toBe(language)
})

test('only a language that there is', () => {
  expect(preferredLanguage('nl', 'nl', ['en'])).toBe('en')
  expect(preferredLanguage('en', 'en', [])).toBe('nl')
})
