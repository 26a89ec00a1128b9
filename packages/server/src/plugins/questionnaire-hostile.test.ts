import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { hashCode, newCode } from '../collection/secret-code.ts'
import { fieldingWave, questions } from '../collection/testing/fielding-wave.ts'
import { storedAnswers } from '../collection/testing/stored-answers.ts'
import type { Database } from '../database/database.ts'
import type { Answers } from '../import/answers.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let database: Database
let app: App
let waveId: string
let link: string

beforeAll(async () => {
  database = await testDatabase('empty')
  app = createApp(database)
  waveId = (await fieldingWave(database.prisma, 'attacked')).id
  link = newCode()
  await database.prisma.answerLink.create({ data: { waveId, secretHash: hashCode(link)! } })
})

/** What would show if it were not escaped: in a text, and in an attribute. */
const marks = ['<zz>', '"zz="', "'zz='", '&zz;', '</textarea><zz>', '</style><zz>']

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('1', '2', '7', '10', '11', '-', 'org_a', 'rules', 'hours', '') },
  fc.constantFrom(
    '0',
    '-1',
    '1e3',
    '1e400',
    '٣',
    '7,5',
    '0,0000000001',
    '99999999999999999999',
    '\0',
    '\ud800',
    '\u202e',
  ),
  fc.tuple(fc.constantFrom(...marks), fc.string({ unit: 'binary' })).map((parts) => parts.join('')),
  fc.constantFrom('x'.repeat(2001), '\u{1f600}'.repeat(1200)),
)
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...questions.map(({ code }) => `q.${code}`)) },
  fc.constantFrom(
    'page',
    'lang',
    'changing',
    'go',
    'code',
    'q.',
    'q.nowhere',
    'q.__proto__',
    'q.constructor',
    '"zz="',
  ),
)
const button = fc.oneof(
  { weight: 2, arbitrary: fc.constant('send') },
  fc.constantFrom(
    'next',
    'back',
    'begin',
    'goOn',
    'again',
    'erase',
    'lang-en',
    'lang-zz',
    'change-joy',
    'change-nowhere',
    '<zz>',
  ),
)
const page = fc.constantFrom('1', '2', '3', '9999', '99999', '0', '-1', 'check', '<zz>', '1e3')
/** Of the cookie below, or of none. */
const visit = fc.constantFrom('v1', undefined)
const form = fc.record({ fields: fc.array(fc.tuple(name, value), { maxLength: 12 }), button, page, visit })
const cookie = fc.oneof(
  fc.constant(undefined),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => Buffer.from(text).toString('base64url')),
  fc
    .array(fc.tuple(fc.constantFrom(...questions.map(({ code }) => code)), fc.array(value, { maxLength: 3 })))
    .map((answers) =>
      deflateRawSync(JSON.stringify({ v: 'v1', l: 'en', p: 2, a: Object.fromEntries(answers) })).toString(
        'base64url',
      ),
    ),
)

/** Whether the questionnaire can have given these answers. */
function isPossible({ employer, pressure, joy, causes, comment, ...others }: Answers): boolean {
  const among = (given: unknown, codes: readonly string[]) =>
    given === undefined || codes.includes(String(given))
  return (
    Object.keys(others).length === 0 &&
    among(employer, ['org_a', 'org_b', 'org_c']) &&
    among(pressure, ['1', '2']) &&
    (joy === undefined || (typeof joy === 'number' && joy >= 1 && joy <= 10)) &&
    (causes === undefined ||
      (pressure === '1' && Array.isArray(causes) && causes.every((one) => among(one, ['rules', 'hours'])))) &&
    (comment === undefined || (typeof comment === 'string' && comment.length <= 2000))
  )
}

test('whatever a form or a cookie has, nothing fails, nothing wrong is stored, and nothing is shown unescaped', async () => {
  const begun = await app.fetch(`http://localhost:4000/answer/${link}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: 'go=begin',
  })
  const [cookieName] = begun.headers.getSetCookie()[0]!.split('=')
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(form, cookie, async ({ fields, button: go, page: at, visit: of }, kept) => {
      const own = [['page', at], ['go', go], ...(of === undefined ? [] : [['visit', of]])]
      const body = new URLSearchParams([...own, ...fields] as [string, string][]).toString()
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...(kept !== undefined && { cookie: `${cookieName}=${kept}` }),
      }
      const answers = [
        await app.fetch(`http://localhost:4000/answer/${link}`, { method: 'POST', headers, body }),
        await app.fetch(`http://localhost:4000/answer/${link}?${body}`, { headers }),
      ]
      for (const answer of answers) {
        statuses.add(answer.status)
        expect(answer.status).toBeLessThan(500)
        expect(await answer.text()).not.toMatch(/<zz|"zz=|<\/textarea><zz/)
        expect(answer.headers.get('location') ?? '/answer/').toMatch(/^\/answer\//)
      }
    }),
    { numRuns: 150 },
  )
  expect([200, 303, 413, 422]).toEqual(expect.arrayContaining([...statuses]))
  const stored = (await storedAnswers(database.prisma, waveId)) as Answers[]
  expect(stored.length).toBeGreaterThan(5)
  expect(stored.filter((answers) => !isPossible(answers))).toEqual([])
})

test('a browser that goes away halfway is no failure in the log', async () => {
  const lines = loggedLines()
  const answer = await app.fetch(`http://localhost:4000/answer/${link}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new ReadableStream({ start: (stream) => stream.error(new Error('aborted')) }),
    duplex: 'half',
  } as RequestInit)
  expect([answer.status, lines()]).toEqual([400, []])
})

test.each([
  ['application/x-www-form-urlencoded', 70_000, 422],
  ['application/x-www-form-urlencoded', 1_300_000, 413],
  ['application/x-www-form-urlencoded', 5_000_000, 413],
  ['multipart/form-data; boundary=x', 5_000_000, 415],
])('over a connection, %s of %i bytes is answered with a page of status %i', async (type, bytes, status) => {
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const answer = await fetch(`${origin}/answer/${link}`, {
    method: 'POST',
    headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    body: `page=2&q.comment=${'x'.repeat(bytes)}`,
  })
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining('<h1')])
})
