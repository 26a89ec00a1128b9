import { expect, test } from 'vitest'
import { hashCode, newCode, readCode } from './secret-code.ts'

test('a code is sixteen characters that nobody confuses, another each time', () => {
  const codes = Array.from({ length: 1000 }, newCode)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(codes).size).toBe(1000)
  // All 32 characters, at every place.
  for (const place of [0, 18]) expect(new Set(codes.map((code) => code[place])).size).toBe(32)
})

test.each([
  '7k3m-9qxt-2b50-h101',
  '7K3M9QXT2B50H101',
  ' 7K3M 9QXT 2B5O HlOI ',
  '7K3M–9QXT–2B5o–hi0L',
])('%s is read as 7K3M-9QXT-2B50-H101', (typed) => {
  expect(readCode(typed)).toBe('7K3M-9QXT-2B50-H101')
  expect(hashCode(typed)).toEqual(hashCode('7K3M-9QXT-2B50-H101'))
})

test.each([
  '',
  '7K3M-9QXT-2B50-H10',
  '7K3M-9QXT-2B50-H1011',
  '7K3M-9QXT-2B50-H10U',
  '7K3M\0',
  '-'.repeat(1e6),
])('what is no code has no hash, as number %#', (typed) => expect(hashCode(typed)).toBeUndefined())
