import { expect, test } from 'vitest'
import { readIsbn } from './isbn.ts'

test.each([
  ['978-90-832243-9-8', '9789083224398'],
  ['9789083115214', '9789083115214'],
  ['0-8044-2957-X', '080442957X'],
  ['0 306 40615 2', '0306406152'],
])('%s is an ISBN', (text, isbn) => {
  expect(readIsbn(text)).toBe(isbn)
})

test.each([
  '9789083224399',
  '9789083224389',
  '9779083224398',
  '0306406153',
  '030640615',
  'X306406152',
  '0000000000',
  '978-0-00-000000-2',
  '',
])('"%s" is none', (text) => {
  expect(readIsbn(text)).toBeUndefined()
})
