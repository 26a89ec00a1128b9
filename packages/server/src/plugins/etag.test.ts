import { expect, test } from 'vitest'
import { matchesEtag } from './etag.ts'

test.each([
  [null, false],
  ['', false],
  ['"abc"', true],
  ['W/"abc"', true],
  ['*', true],
  [' * ', true],
  ['"x", "abc"', true],
  ['"x","y"', false],
  ['abc', false],
  ['"abcd"', false],
  ['"a,b", W/"abc"', true],
])('If-None-Match %s covers "abc": %s', (header, expected) => {
  expect(matchesEtag(header, '"abc"')).toBe(expected)
})
