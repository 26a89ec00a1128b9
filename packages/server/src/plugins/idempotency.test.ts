import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { writtenEntries } from '../audit/testing/written-entries.ts'
import type { Database } from '../database/database.ts'
import { newProfessional } from '../follow-up/testing/new-professional.ts'
import { forgetOldMutations } from '../idempotency/sent-mutation.ts'
import { ask } from '../testing/ask.ts'
import { emptyAuditLog } from '../testing/empty-audit-log.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'
import { upload } from '../testing/upload.ts'

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' }, account: 'ada' })
})

type Created = { createClient: { client: { name: string } | null; secret?: string } | null }

const create =
  'mutation ($name: String!) { createClient(input: { name: $name, role: PARTNER, organisation: "org_c" }) { client { name } } }'

const send = (key: string, name: string, app = staff, query = create) =>
  ask<Created>(app, query, { name }, { 'idempotency-key': key })

const clients = (name: string) => database.prisma.client.count({ where: { name } })

test('a mutation that is sent again is done once, and answered as at first', async () => {
  const key = randomUUID()
  const first = await send(key, 'once')
  expect(first.data.createClient?.client?.name).toBe('once')
  expect(await send(key, 'once')).toEqual(first)
  expect(await clients('once')).toBe(1)
  const [row] = await database.prisma.sentMutation.findMany()
  expect(JSON.stringify(row)).not.toMatch(new RegExp(`${key}|once|ada`))
})

test('what is shown once is not shown again, and is kept nowhere', async () => {
  const key = randomUUID()
  const withSecret = create
    .replace('client { name }', '...Shown')
    .concat(' fragment Shown on ClientPayload { own: secret }')
  const first = await send(key, 'secret', staff, withSecret)
  expect(first.errors).toBeUndefined()
  expect((await send(key, 'secret', staff, withSecret)).errors).toMatchObject([
    { message: expect.stringContaining('holds a secret'), extensions: { code: 'INVALID_INPUT' } },
  ])
  expect(await database.prisma.sentMutation.count({ where: { answer: null } })).toBe(1)
  expect(await clients('secret')).toBe(1)
})

test('nothing is kept of what asks for nothing or is refused whole, and no long answer', async () => {
  const before = await database.prisma.sentMutation.count()
  const partner = createApp(database, { viewer: { role: 'PARTNER' }, account: 'ada' })
  const twice = `mutation { a: revokeClient(id: "x") { errors { code } } b: revokeClient(id: "x") { errors { code } } }`
  for (const query of [`mutation { a${'0'.repeat(9000)}: __typename }`, twice]) {
    await ask(partner, query, {}, { 'idempotency-key': randomUUID() })
  }
  expect(await database.prisma.sentMutation.count()).toBe(before)
  const key = randomUUID()
  const long = `mutation { revokeClient(id: "x") { errors { a${'0'.repeat(66_000)}: code } } }`
  const again = () => ask(staff, long, {}, { 'idempotency-key': key })
  expect((await again()).errors).toBeUndefined()
  expect((await again()).errors).toMatchObject([{ message: expect.stringContaining('is long') }])
})

test('what is kept costs points', async () => {
  const poor = createApp(database, { viewer: { role: 'STAFF' }, account: 'eve', pointsPerMinute: 4000 })
  const alias = 'a'.repeat(9000)
  const query = `mutation { revokeClient(id: "x") { errors { ${alias}: code } } }`
  await ask(poor, query, {}, { 'idempotency-key': randomUUID() })
  const refused = await poor.fetch('http://localhost/graphql?query={__typename}')
  expect(refused.status).toBe(429)
})

test('a repeat is in the audit log', async () => {
  await emptyAuditLog(database)
  const app = loggedStaff(database)
  const key = randomUUID()
  await send(key, 'noted', app)
  await send(key, 'noted', app)
  await send(key, 'other', app)
  await send('short', 'noted', app)
  await app.close()
  const input = { name: 'noted', role: 'PARTNER', organisation: 'org_c' }
  const { id } = await database.prisma.client.findFirstOrThrow({ where: { name: 'noted' } })
  expect(await writtenEntries(database)).toMatchObject([
    { account: 'anna', subject: 'createClient', asked: { input, client: id }, refusal: null },
    { account: 'anna', subject: 'createClient', asked: { input, repeated: true }, refusal: null },
    { subject: 'createClient', asked: { input: { name: 'other' } }, refusal: 'INVALID_INPUT' },
    { subject: 'createClient', asked: { input }, refusal: 'INVALID_INPUT' },
  ])
})

test('another file of the same name and size is another mutation', async () => {
  const headers = { 'x-peo-client': 'test', 'idempotency-key': randomUUID() }
  const query = `mutation ($input: ImportAnswersInput!) { importAnswers(input: $input) { errors { code } } }`
  const sent = async (content: string) => {
    const file = new File([content], 'answers.csv')
    const { body } = await upload(staff, query, { wave: 'peo-2022', dryRun: true }, { file }, headers)
    return body.errors ?? []
  }
  expect([await sent('a,b\n1,2\n'), await sent('a,b\n1,2\n')]).toEqual([[], []])
  expect(await sent('a,b\n1,3\n')).toMatchObject([{ message: expect.stringContaining('another mutation') }])
})

test('of ten at once one is done, and the others are told to ask again', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(key, 'ten')))
  const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions))
  for (const code of codes) expect(code).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 1 })
  const done = answers.filter(({ errors }) => errors === undefined)
  expect(done.length).toBeGreaterThan(0)
  expect(await send(key, 'ten')).toEqual(done[0])
  expect(await clients('ten')).toBe(1)
})

test('a key is for one mutation of one account', async () => {
  const key = randomUUID()
  await send(key, 'one')
  expect((await send(key, 'other')).errors).toMatchObject([
    { message: expect.stringContaining('another mutation'), extensions: { code: 'INVALID_INPUT' } },
  ])
  await send(key, 'one', createApp(database, { viewer: { role: 'STAFF' }, account: 'bob' }))
  expect([await clients('one'), await clients('other')]).toEqual([2, 0])
})

test('what changed nothing may be tried again', async () => {
  const key = randomUUID()
  const partner = createApp(database, { viewer: { role: 'PARTNER' }, account: 'ada' })
  expect((await send(key, 'again', partner)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect((await send(key, 'again')).errors).toBeUndefined()
})

test('what was done in part is not done again', async () => {
  const { app } = await newProfessional(database, 'Pia Bloem')
  const both = `mutation { createProposal(input: { kind: THEME, text: "Wachtlijsten" }) { errors { code } }
    createClient(input: { name: "part", role: PARTNER, organisation: "org_c" }) { secret } }`
  const again = () => ask(app, both, {}, { 'idempotency-key': key })
  const key = randomUUID()
  expect((await again()).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect((await again()).errors).toMatchObject([
    { message: expect.stringContaining('did not end well'), extensions: { code: 'INVALID_INPUT' } },
  ])
  expect(await database.prisma.proposal.count({ where: { text: 'Wachtlijsten' } })).toBe(1)
})

test('what was done is not done again where a part of its answer failed', async () => {
  const { app } = await newProfessional(database, 'Tom Tak')
  const key = randomUUID()
  const remark = `mutation { createRemark(input: { wave: "peo-2022", text: "Herkenbaar" }) {
    remark { wave { responses { total } } } errors { message } } }`
  const again = () => ask(app, remark, {}, { 'idempotency-key': key })
  expect((await again()).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect((await again()).errors).toMatchObject([{ message: expect.stringContaining('did not end well') }])
  expect(await database.prisma.remark.count({ where: { text: 'Herkenbaar' } })).toBe(1)
})

test('a role that was lost is given no answer of before, and what is not declared is not looked at', async () => {
  const key = randomUUID()
  expect((await send(key, 'lost')).errors).toBeUndefined()
  const partner = createApp(database, { viewer: { role: 'PARTNER' }, account: 'ada' })
  const { data, errors } = await send(key, 'lost', partner)
  expect([data?.createClient ?? null, errors?.length]).toEqual([null, 1])
  const deep = `${'['.repeat(6000)}${']'.repeat(6000)}`
  const other = await staff.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: `{"query":${JSON.stringify(create)},"variables":{"name":"deep","deep":${deep}}}`,
  })
  expect([other.status, (await other.json()).errors]).toEqual([200, undefined])
})

test.each([
  'short',
  '0'.repeat(32),
  '11111111-1111-1111-1111-111111111111',
])('a key that is no random UUID is refused: %s', async (key) => {
  expect((await send(key, 'short')).errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
  expect(await clients('short')).toBe(0)
})

test('a key is forgotten after a day', async () => {
  const key = randomUUID()
  await send(key, 'old')
  await forgetOldMutations(database.prisma)
  await send(key, 'old')
  expect(await clients('old')).toBe(1)
  await database.prisma.sentMutation.updateMany({ data: { begunAt: new Date(Date.now() - 25 * 3_600_000) } })
  await forgetOldMutations(database.prisma)
  await send(key, 'old')
  expect(await clients('old')).toBe(2)
})
