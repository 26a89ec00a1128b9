import { expect, test } from 'vitest'
import { type PageState, readState, writeState } from './page-state.ts'

test('an address says what is shown, and the other way round', () => {
  const state: PageState = {
    view: 'question',
    language: 'EN',
    wave: 'peo-2022',
    question: 'uren',
    breakdown: 'sector',
  }
  expect(writeState(state)).toBe('?view=question&wave=peo-2022&question=uren&breakdown=sector&language=en')
  expect(readState(writeState(state), ['nl'])).toEqual(state)
})

test.each([
  ['', ['nl-NL', 'en'], { view: 'glance', language: 'NL' }],
  ['', ['de', 'en-GB'], { view: 'glance', language: 'EN' }],
  ['', ['de'], { view: 'glance', language: 'NL' }],
  ['?view=nothing&wave=&language=xx', ['en'], { view: 'glance', language: 'NL' }],
])('%s is read as %o where the browser speaks %j', (search, preferred, expected) => {
  expect(readState(search, preferred)).toEqual(expected)
})
