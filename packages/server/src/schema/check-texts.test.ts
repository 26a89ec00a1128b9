import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'), { viewer: { role: 'STAFF' } })
})

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** By list, its cursors are `GPC:I:` and a number, `GPC:S:` and a text, or a place in the list. */
const lists = {
  auditLog: '{ auditLog(#) { edges { cursor } } }',
  clients: '{ clients(#) { edges { cursor } } }',
  staffAccounts: '{ staffAccounts(#) { edges { cursor } } }',
  waves: '{ waves(#) { edges { cursor } } }',
  variables: '{ variables(#) { edges { cursor } } }',
  'Wave.questions': '{ wave(code: "peo-2022") { questions(#) { edges { cursor } } } }',
  'Variable.questions': '{ variable(code: "sector") { questions(#) { edges { cursor } } } }',
  'Wave.respondents': '{ wave(code: "peo-2022") { respondents(#) { edges { cursor } } } }',
  'Release.withheldGroups':
    '{ wave(code: "peo-2022") { release { withheldGroups(#) { edges { cursor } } } } }',
}
const ofNumbers = ['GPC:I:1']
const ofTexts = ['GPC:S:x', 'GPC:S:\u{1F600}']
const ofPlaces = ['OffsetConnection:1', 'OffsetConnection:999999999']
const ofNone = [
  ...['', 'x', 'GPC:', 'GPC:S:', 'GPC:S:x\0', 'GPC:N:1', 'GPC:N:', 'GPC:I:', 'GPC:I:-1', 'GPC:I:x'],
  ...['GPC:I:9223372036854775808', 'GPC:D:1650000000000', 'GPC:D:x', 'GPC:Z:', 'GPC:O:{}', 'GPC:B:AA=='],
  ...[
    'GPC:J:["a","b"]',
    'GPC:J:{}',
    'GPC:J:null',
    'GPC:T:["S:a"]',
    'OffsetConnection:-1',
    'OffsetConnection:x',
  ],
]

test.each(Object.entries(lists))('%s takes cursors of its own kind alone', async (name, query) => {
  const isOffset = /respondents|withheld/.test(name)
  const [own, ...foreign] = isOffset
    ? [ofPlaces, ofTexts, ofNumbers]
    : name === 'auditLog'
      ? [ofNumbers, ofTexts, ofPlaces]
      : [ofTexts, ofNumbers, ofPlaces]
  for (const page of ['first: 2, after', 'last: 2, before']) {
    const codeOf = async (cursor: string) => {
      const { errors } = await ask(app, query.replace('#', `${page}: "${base64(cursor)}"`))
      return errors?.[0]?.extensions.code
    }
    for (const cursor of own) expect([cursor, await codeOf(cursor)]).toEqual([cursor, undefined])
    for (const cursor of [...foreign.flat(), ...ofNone])
      expect([cursor, await codeOf(cursor)]).toEqual([cursor, 'INVALID_INPUT'])
  }
})

test.each([
  `{ node(id: "${base64('Wave:a\0b')}") { id } }`,
  `{ nodes(ids: ["${base64('Wave:a\0b')}"]) { id } }`,
  `{ node(id: "${base64('Respondent:x')}") { id } }`,
  `{ node(id: "${base64('constructor:x')}") { id } }`,
  '{ auditLog(filter: { account: "\\u0000" }) { nodes { id } } }',
  '{ auditLog(filter: { wave: "\\u0000" }) { nodes { id } } }',
  'mutation { revokeClient(id: "\\u0000") { errors { code } } }',
  'mutation { createStaffAccount(name: "\\u0000") { errors { code } } }',
  'mutation { createClient(input: { name: "x", role: PARTNER, organisation: "\\u0000" }) { errors { code } } }',
])('%s is INVALID_INPUT', async (query) => {
  const { errors } = await ask(app, query)
  expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT')
})

const filtered = 'query ($filter: AuditFilter) { auditLog(filter: $filter) { nodes { id } } }'

test.each(['0001-01-01', '2024-02-29', '9999-12-31', null])('%s is a day', async (day) => {
  for (const filter of [{ from: day }, { to: day }])
    expect((await ask(app, filtered, { filter })).errors).toBeUndefined()
})

test.each([
  ...[
    '0000-01-01',
    '0000-12-31',
    '-0001-01-01',
    '-000001-01-01',
    '+010000-01-01',
    '10000-01-01',
    '+275760-09-13',
  ],
  ...['2022-02-30', '2022-1-1', '2022-01', '2022', '2022-01-01T00:00', '2022-01-01 ', '', 'x', 5, true, {}],
])('%j is no day', async (day) => {
  for (const filter of [{ from: day }, { to: day }]) {
    const { errors } = await ask(app, filtered, { filter })
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT')
  }
  const written = await ask(app, `{ auditLog(filter: { from: ${JSON.stringify(day)} }) { nodes { id } } }`)
  expect(written.errors?.[0]?.extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
})

test('the cursors that lists give are taken', async () => {
  for (const list of ['waves', 'variables', 'auditLog']) {
    const first = await ask<Record<string, { edges: { cursor: string }[] }>>(
      app,
      `{ ${list}(first: 1) { edges { cursor } } }`,
    )
    const cursor = first.data[list]?.edges[0]?.cursor ?? ''
    if (cursor === '') continue
    expect((await ask(app, `{ ${list}(after: "${cursor}") { edges { cursor } } }`)).errors).toBeUndefined()
  }
})
