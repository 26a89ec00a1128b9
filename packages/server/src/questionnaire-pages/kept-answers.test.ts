import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readKept, writeKept } from './kept-answers.ts'
import { sampleQuestions } from './testing/sample-questionnaire.ts'

const visit = 'v1'
const place = { page: 2, changing: false }
const filled = new Map([
  ['pressure', ['1']],
  ['causes', ['rules', 'hours']],
  ['rules', ['één; "twee"']],
])

test('what is written is read again', () => {
  const { value, whole } = writeKept({ visit, language: 'nl', place, filled }, sampleQuestions)
  expect(whole).toBe(true)
  expect(value).toMatch(/^[\w-]+$/)
  expect(readKept(value)).toEqual({ visit, language: 'nl', place, filled })
})

test('answers in words are left out where not all fits, and all where the others do not', () => {
  const long = new Map([...filled, ['rules', [randomBytes(3000).toString('hex')]]])
  const kept = writeKept({ visit, language: 'nl', place, filled: long }, sampleQuestions)
  expect(kept.whole).toBe(false)
  expect(readKept(kept.value)?.filled).toEqual(new Map([...filled].slice(0, 2)))
  const longer = new Map([...filled, ['causes', [randomBytes(3000).toString('hex')]]])
  const none = writeKept({ visit, language: 'nl', place, filled: longer }, sampleQuestions)
  expect([none.whole, readKept(none.value)]).toEqual([
    false,
    { visit, language: 'nl', place, filled: new Map() },
  ])
})

test('what would unfold to more than is read is not written', () => {
  const same = new Map([...filled, ['rules', ['x'.repeat(70_000)]]])
  const kept = writeKept({ visit, language: 'nl', place, filled: same }, sampleQuestions)
  expect([kept.whole, readKept(kept.value)?.filled.size]).toEqual([false, 2])
})

const folded = (text: string) => deflateRawSync(text).toString('base64url')

test.each([
  ...[undefined, '', 'x', 'e30'],
  ...[folded('{}'), folded('{"l":"nl","p":1,"a":{}}'), folded('{"v":"1","l":"nl","p":0,"a":{}}')],
  folded(`{"v":"1","l":"nl","p":1,"a":{"x":["${' '.repeat(70_000)}"]}}`),
])('anything else, such as %s, is nothing', (value) => expect(readKept(value)).toBeUndefined())
