import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { listen } from '../plugins/testing/listen.ts'
import { closedAfterFile } from '../testing/after-file.ts'
import { ask } from '../testing/ask.ts'
import { emptyAuditLog } from '../testing/empty-audit-log.ts'
import { testDatabase } from '../testing/test-database.ts'
import { openAuditLog } from './audit-log.ts'
import { note, who, writtenEntries } from './testing/written-entries.ts'

const database: Database = await testDatabase('examples')

beforeEach(() => emptyAuditLog(database))

function service(role: Viewer['role'], account?: string): App {
  return closedAfterFile(
    createApp(database, { viewer: { role }, auditLogDays: 365, ...(account && { account }) }),
  )
}

const entries = () => writtenEntries(database)

const crosstab = '{ crosstab(waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]) { base } }'

const digestOf = async (code: string) =>
  (await database.prisma.release.findFirstOrThrow({ where: { wave: { code } } })).digest

test('who asked which table, how often, from which release, and never the answer', async () => {
  const app = service('PARTNER', 'client-1')
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const path = '/tables/means.csv?waves=peo-2022&of=werkplezier&by=sector'
  for (const _ of [1, 2, 3]) {
    await (await fetch(`${origin}/graphql?query=${encodeURIComponent(crosstab)}`)).text()
    await (await fetch(`${origin}${path}`)).text()
  }
  await app.close()
  const digests = [await digestOf('peo-2022')]
  const who = {
    account: 'client-1',
    role: 'PARTNER',
    action: 'TABLE',
    waves: ['peo-2022'],
    digests,
    refusal: null,
  }
  const asked = { rows: 'werkdruk', columns: ['sector'], filter: [], weighted: false }
  expect(await entries()).toEqual([
    { ...who, subject: 'crosstab', format: 'graphql', times: 3, asked: expect.objectContaining(asked) },
    {
      ...who,
      subject: 'means',
      format: 'csv',
      times: 3,
      asked: expect.objectContaining({ of: 'werkplezier', dimensions: ['sector'] }),
    },
  ])
  expect(JSON.stringify(await entries())).not.toMatch(/"base"|127\.0\.0\.1/)
})

test('which staff read open answers and previews, and not what these say', async () => {
  const app = service('STAFF', 'anna')
  const { id: questionId, waveId } = await database.prisma.question.findFirstOrThrow({
    where: { wave: { code: 'peo-2022' } },
  })
  await database.prisma.openAnswer.create({ data: { waveId, questionId, text: 'Words.' } })
  const read = '(wave: "peo-2022", first: 1, status: REJECTED) { nodes { text } }'
  await ask(app, `{ openAnswers${read} }`)
  await ask(
    app,
    `{ openAnswers${read.replace(', status: REJECTED', '')} releasePreview(wave: "peo-2022") { wave } }`,
  )
  await ask(app, '{ openAnswers(wave: "nowhere") { nodes { text } } }')
  await app.close()
  const who = {
    account: 'anna',
    role: 'STAFF',
    waves: ['peo-2022'],
    format: 'graphql',
    digests: [],
    times: 1,
  }
  expect(await entries()).toEqual([
    { ...who, action: 'FILE', subject: 'openAnswers', asked: { first: 1 }, refusal: null },
    { ...who, action: 'TABLE', subject: 'releasePreview', asked: {}, refusal: null },
  ])
})

test('who read the anonymised answers, by either way', async () => {
  const app = service('RESEARCHER', 'client-2')
  await (await app.fetch('http://localhost/waves/peo-2022/respondents.csv')).text()
  await ask(app, '{ wave(code: "peo-2022") { respondents(first: 2) { nodes { id } } } }')
  await app.close()
  const file = { account: 'client-2', action: 'FILE', subject: 'respondents', waves: ['peo-2022'] }
  expect(await entries()).toMatchObject([
    { ...file, format: 'csv', digests: [await digestOf('peo-2022')] },
    { ...file, format: 'graphql', asked: { first: 2 } },
  ])
})

test('who changed what, in fragments too, without secrets', async () => {
  const app = service('STAFF', 'staff-1')
  const { data } = await ask<{ createClient: { secret: string } }>(
    app,
    `mutation ($input: CreateClientInput!) { ...A }
     fragment A on Mutation { createClient(input: $input) { client { id } secret } }`,
    { input: { name: 'HR tool', role: 'PARTNER', organisation: 'org_c' } },
  )
  await app.close()
  const input = { name: 'HR tool', role: 'PARTNER', organisation: 'org_c' }
  expect(await entries()).toMatchObject([
    { account: 'staff-1', role: 'STAFF', action: 'MUTATION', subject: 'createClient', asked: { input } },
  ])
  expect(JSON.stringify(await entries())).not.toContain(data.createClient.secret)
})

test('what was refused', async () => {
  const app = service('EVERYONE')
  await ask(app, '{ wave(code: "peo-2022") { respondents { nodes { id } } } }')
  await app.fetch('http://localhost/waves/peo-2022/respondents.csv')
  await ask(app, '{ waves { nodes { questions { nodes { variable { questions { nodes { id } } } } } } } }')
  await app.close()
  expect(await entries()).toMatchObject([
    { account: null, action: 'REFUSAL', subject: 'Wave.respondents', refusal: 'UNAUTHENTICATED' },
    { action: 'REFUSAL', subject: '/waves/peo-2022/respondents.csv', refusal: 'UNAUTHENTICATED' },
    { action: 'REFUSAL', subject: 'operation', refusal: 'TOO_COSTLY' },
  ])
})

test('staff read it, the latest first, in pages and by filter', async () => {
  const app = service('STAFF', 'staff-2')
  for (const wave of ['peo-2021', 'peo-2022'])
    await ask(app, `{ crosstab(waves: ["${wave}"], rows: "sector") { base } }`)
  await app.close()
  const log = '{ nodes { subject waves account times at asked } pageInfo { hasNextPage endCursor } }'
  const first = await ask<{ auditLog: { nodes: object[]; pageInfo: { endCursor: string } } }>(
    app,
    `{ auditLog(first: 1) ${log} }`,
  )
  expect(first.data.auditLog).toMatchObject({
    nodes: [{ waves: ['peo-2022'], account: 'staff-2' }],
    pageInfo: { hasNextPage: true },
  })
  const { endCursor } = first.data.auditLog.pageInfo
  const next = await ask(app, `{ auditLog(first: 1, after: "${endCursor}") ${log} }`)
  expect(next.data.auditLog).toMatchObject({
    nodes: [{ waves: ['peo-2021'] }],
    pageInfo: { hasNextPage: false },
  })
  const today = new Date().toISOString().slice(0, 10)
  for (const [filter, count] of [
    ['wave: "peo-2021"', 1],
    ['account: "staff-2", action: TABLE', 2],
    ['account: "nobody"', 0],
    [`from: "${today}", to: "${today}"`, 2],
    ['to: "2020-01-01"', 0],
  ] as const) {
    const { data } = await ask<{ auditLog: { nodes: object[] } }>(
      app,
      `{ auditLog(filter: { ${filter} }) ${log} }`,
    )
    expect([filter, data.auditLog.nodes.length]).toEqual([filter, count])
  }
})

test('what the database cannot store is refused and changes nothing, and what looks like a secret is not written', async () => {
  const app = service('STAFF')
  const mutation = 'mutation ($id: ID!) { revokeClient(id: $id) { errors { message } } }'
  const secret = 'Zm9yIGEgc2VjcmV0IGl0IGlzIGxvbmcgZW5vdWdoIQ'
  for (const id of ['a\0b', 'c\ud800d', `xxx:${secret}`]) await ask(app, mutation, { id })
  await ask(app, crosstab)
  await app.close()
  const asked = (await entries()).map((entry) => [entry.action, entry.asked])
  expect(asked.filter(([action]) => action === 'MUTATION')).toEqual([['MUTATION', { id: 'xxx:…' }]])
  expect(asked).toContainEqual(['TABLE', expect.anything()])
})

test('a mutation is told by what it did, whatever is asked of its payload, and by its wave', async () => {
  const app = service('STAFF')
  const odd = await ask(app, 'mutation { m: createStaffAccount(name: "Odd") { errors: account { id } } }')
  expect(odd.errors).toBeUndefined()
  await ask(app, 'mutation { createStaffAccount(name: "") { account { id } } }')
  await ask(app, 'mutation { openWave(input: { wave: "peo-x", version: 1 }) { wave { code } } }')
  await app.close()
  const told = (await entries()).map(({ subject, refusal, waves }) => [subject, refusal, waves])
  expect(told).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining([
      ['createStaffAccount', null, []],
      ['createStaffAccount', 'INVALID_INPUT', []],
      ['openWave', 'UNKNOWN_WAVE', ['peo-x']],
    ]),
  )
})

test('a mutation that changed nothing says why', async () => {
  const app = service('STAFF')
  await ask(app, 'mutation { a: revokeClient(id: "none") { errors { code } } }')
  await app.close()
  expect(await entries()).toMatchObject([{ subject: 'revokeClient', refusal: 'UNKNOWN_CLIENT' }])
})

test('a request leaves some thousands of characters, however much it asks, and what is left out is said', async () => {
  const app = service('STAFF')
  const mutation =
    'mutation ($name: String!) { createClient(input: { name: $name, role: PARTNER }) { errors { message } } }'
  await ask(app, mutation, { name: 'x y '.repeat(50_000) })
  const filter = { variable: 'sector', categories: Array(60_000).fill('1') }
  const filtered = `query ($filter: [CategoryFilter!]) {
    crosstab(waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"], filter: $filter) { base } }`
  const { errors } = await ask(app, filtered, { filter })
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', limit: 1000 } }])
  const tables = Array.from(
    { length: 50 },
    (_, index) =>
      `t${index}: crosstab(waves: ["peo-202${1 + (index % 2)}"], rows: "werkdruk", columns: ["sector"], confidenceLevel: 0.${index + 50}) { base }`,
  )
  await ask(app, `{ ${tables.join(' ')} }`)
  await app.close()
  const found = await entries()
  expect(found).toMatchObject([
    { action: 'MUTATION', asked: { input: { name: expect.stringMatching(/^x y .*… and 199,500 more$/) } } },
    {
      action: 'TABLE',
      subject: 'crosstab',
      waves: ['peo-2021', 'peo-2022'],
      asked: { all: expect.arrayContaining([expect.stringMatching(/^… and \d+ more$/)]) },
      digests: [await digestOf('peo-2021'), await digestOf('peo-2022')],
      times: 1,
    },
  ])
  expect(JSON.stringify(found).length).toBeLessThan(8000)
})

test('ids of accounts and codes are never taken for secrets, however long', async () => {
  const account = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCde'
  const app = service('EVERYONE', account)
  const wave = 'peo-2022-with-a-name-that-is-as-long-as-a-secret-is'
  await app.fetch('http://localhost/waves/peo-2022/respondents.csv')
  await ask(app, `{ wave(code: "${wave}") { respondents { nodes { id } } } }`)
  await app.fetch(`http://localhost/waves/${account}/respondents.csv`)
  await ask(app, crosstab)
  await app.close()
  const found = await entries()
  expect(found.map((entry) => entry.account)).toEqual(found.map(() => account))
  expect(found.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['/waves/…/respondents.csv', 'crosstab']),
  )
  const log = closedAfterFile(openAuditLog(database.prisma, 365, () => {}))
  log.record(who, [
    { ...note, waves: [wave], asked: { rows: account, columns: [wave] } },
    { ...note, action: 'REFUSAL', waves: [wave], asked: { rows: account, columns: [wave] } },
  ])
  await log.close()
  expect((await entries()).slice(found.length)).toMatchObject([
    { waves: [wave], asked: { rows: account, columns: [wave] } },
    { waves: [wave], asked: { rows: '…', columns: [wave] } },
  ])
})

test('a partner that asks for another organisation is in the log, by GraphQL and by address', async () => {
  const viewer = { role: 'PARTNER', organisation: 'org_c' } as const
  const app = closedAfterFile(createApp(database, { viewer, account: 'client-1', auditLogDays: 365 }))
  const filter = '[{ variable: "organisatie", categories: ["org_b"] }]'
  await ask(app, `{ crosstab(waves: ["peo-2022"], rows: "werkdruk", filter: ${filter}) { base } }`)
  const path = '/tables/crosstab.csv?waves=peo-2022&rows=werkdruk&filter=organisatie:org_b'
  expect((await app.fetch(`http://localhost${path}`)).status).toBe(403)
  await app.close()
  const filters = [{ variable: 'organisatie', categories: ['org_b'] }, 'organisatie:org_b']
  expect(await entries()).toMatchObject([
    { subject: 'crosstab', refusal: 'FORBIDDEN', waves: ['peo-2022'], asked: { filter: [filters[0]] } },
    { subject: 'table', refusal: 'FORBIDDEN', waves: ['peo-2022'], asked: { filter: filters[1] } },
  ])
})

test('a subscription or change that is refused is in the log with its wave', async () => {
  const app = service('PARTNER', 'client-1')
  const address = `http://localhost/graphql?query=${encodeURIComponent('subscription { waveProgress(wave: "peo-2023") { done } }')}`
  await (await app.fetch(address, { headers: { accept: 'text/event-stream' } })).text()
  await ask(app, 'mutation { publishWave(input: { wave: "peo-2023", version: 1 }) { errors { code } } }')
  await app.close()
  expect(await entries()).toMatchObject([
    { subject: expect.stringContaining('waveProgress'), refusal: 'FORBIDDEN', waves: ['peo-2023'] },
    { subject: 'Mutation.publishWave', refusal: 'FORBIDDEN', waves: ['peo-2023'] },
  ])
})
