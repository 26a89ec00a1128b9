import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { askToken } from '../access/testing/ask-token.ts'
import { newClient } from '../access/testing/new-client.ts'
import { type App, type AppOptions, createApp } from '../app.ts'
import { listen } from '../plugins/testing/listen.ts'
import { closedAfterFile } from '../testing/after-file.ts'
import { ask } from '../testing/ask.ts'
import { emptyAuditLog } from '../testing/empty-audit-log.ts'
import { testDatabase } from '../testing/test-database.ts'
import { openAuditLog } from './audit-log.ts'

const database = await testDatabase('examples')

beforeEach(() => emptyAuditLog(database))

const service = (options: AppOptions = {}): App =>
  closedAfterFile(createApp(database, { auditLogDays: 365, ...options }))

/** The refusals in the order in which they were written, with what they have. */
async function refusals() {
  const found = await database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
  return found.map(({ account, action, subject, waves, asked, format, refusal, times }) => ({
    ...(account !== null && { account }),
    action,
    subject,
    waves,
    asked,
    format,
    refusal,
    times,
  }))
}

const refusal = (refusal: string, subject: string, format: string, more: object = {}) => {
  const one = { action: 'REFUSAL', refusal, subject, format, waves: [], asked: {}, times: 1 }
  return { ...one, ...more }
}

test('operations over a limit, by which limit, also of who said who they are', async () => {
  const app = service()
  const { id, secret } = await newClient(database)
  const { access_token: token } = await askToken(app, { id, secret })
  const authorization = { authorization: `Bearer ${token}` }
  const deep = `{ ${'waves { nodes { questions { nodes { variable { '.repeat(3)} code ${'}'.repeat(16)}`
  await ask(app, deep)
  await ask(app, deep, {}, authorization)
  await ask(app, `{ ${'viewer { role } '.repeat(600)} }`)
  await ask(app, `{ viewer { role } } # ${'x'.repeat(2 ** 18)}`)
  await ask(app, '{ nothing }')
  await app.close()
  expect(await refusals()).toEqual([
    refusal('TOO_COSTLY', 'operation', 'graphql', { asked: { of: 'depth' } }),
    refusal('TOO_COSTLY', 'operation', 'graphql', { asked: { of: 'depth' }, account: id }),
    refusal('TOO_COSTLY', 'operation', 'graphql', { asked: { of: 'tokens' } }),
    refusal('TOO_COSTLY', 'operation', 'graphql', { asked: { of: 'bytes' } }),
  ])
})

test('bad tokens and wrong secrets, with the table that was asked and without themselves', async () => {
  const app = service()
  const token = 'eyJhbGciOiJub25lIn0.e30.'
  const path =
    '/tables/crosstab.csv?waves=peo-2021,peo-2022&rows=werkdruk&columns=sector&access_token=hunter2'
  const headers = { authorization: `Bearer ${token}` }
  for (const _ of [1, 2, 3])
    expect((await app.fetch(`http://localhost${path}`, { headers })).status).toBe(401)
  await ask(app, '{ viewer { role } }', {}, headers)
  expect((await askToken(app, { id: 'somebody', secret: 'hunter2' })).status).toBe(401)
  await app.close()
  const table = refusal('UNAUTHENTICATED', '/tables/crosstab.csv', 'http', {
    waves: ['peo-2021', 'peo-2022'],
    asked: { rows: 'werkdruk', columns: 'sector' },
  })
  expect(await refusals()).toEqual([
    { ...table, times: 3 },
    refusal('UNAUTHENTICATED', '/graphql', 'http'),
    refusal('UNAUTHENTICATED', '/oauth/token', 'http'),
  ])
  expect(JSON.stringify(await refusals())).not.toMatch(/hunter2|eyJ/)
})

test('who asked too much, at every door, once for each request', async () => {
  const app = service({ pointsPerMinute: 1 })
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const query = '{ crosstab(waves: ["peo-2022"], rows: "werkdruk") { base } }'
  const post = () =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
  await expect.poll(async () => (await post()).status, { timeout: 5000 }).toBe(429)
  await fetch(`${origin}/tables/crosstab.csv?waves=peo-2022&rows=sector`)
  await app.close()
  const found = await refusals()
  expect(found.map(({ refusal }) => refusal)).toContain('RATE_LIMITED')
  expect(found.map(({ subject }) => subject)).toContain('/tables/crosstab.csv')
})

test('an answer from memory that is refused is not in the log as given', async () => {
  const app = service({ pointsPerMinute: 6 })
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const query = '{ crosstab(waves: ["peo-2022"], rows: "sector") { base } }'
  let given = 0
  let asked = 0
  while (asked++ < 310)
    if ((await fetch(`${origin}/graphql?query=${encodeURIComponent(query)}`)).status === 200) given++
  await app.close()
  const times = (action: string, all: Awaited<ReturnType<typeof refusals>>) =>
    all.filter((one) => one.action === action).reduce((sum, one) => sum + one.times, 0)
  const found = await refusals()
  expect([times('TABLE', found), times('REFUSAL', found)]).toEqual([given, 310 - given])
  expect(given).toBeLessThan(310)
})

test('what was asked of tables when execution refused it, once however it came', async () => {
  const app = service()
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const post = (query: string, variables = {}) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
  await post('{ viewer { role } }')
  await post('query ($code: String!) { mine: wave(code: $code) { respondents { nodes { id } } } }', {
    code: 'peo-2022',
  })
  const tables = Array.from(
    { length: 40 },
    (_, index) =>
      `t${index}: crosstab(waves: ["peo-2022"], rows: "werkdruk", columns: ["sector", "functie", "jaren"]) { base }`,
  )
  await post(
    `{ ${tables.join(' ')} waves { nodes { questions { nodes { variable { questions { nodes { id } } } } } } } }`,
  )
  await post('mutation { a: createClient(input: { name: "x", role: PARTNER }) { client { id } } }')
  await app.close()
  expect(await refusals()).toEqual([
    refusal('UNAUTHENTICATED', 'Wave.respondents', 'graphql', { waves: ['peo-2022'] }),
    refusal('TOO_COSTLY', 'operation', 'graphql', {
      waves: ['peo-2022'],
      asked: { tables: expect.arrayContaining([expect.stringMatching(/^… and \d+ more$/)]) },
    }),
    refusal('UNAUTHENTICATED', 'Mutation.createClient', 'graphql'),
  ])
})

test('a flood of refused requests is a few entries a minute, with no count lost', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const log = closedAfterFile(openAuditLog(database.prisma, 365, () => {}))
  const who = { viewer: { role: 'EVERYONE' as const }, caller: { account: undefined } }
  const note = {
    action: 'REFUSAL' as const,
    format: 'csv',
    digests: [],
    asked: {},
    refusal: 'UNAUTHENTICATED',
  }
  for (let request = 0; request < 30_000; request++) {
    const subject = `/waves/${request % 3000}/respondents.csv`
    log.record(who, [{ ...note, subject, waves: [] }])
    if (request % 500 === 0) vi.advanceTimersByTime(1000)
  }
  vi.advanceTimersByTime(60_000)
  await log.close()
  const found = await refusals()
  expect(found.length).toBeLessThan(100)
  expect(found.reduce((sum, { times }) => sum + times, 0)).toBe(30_000)
  expect(found.filter(({ subject }) => subject === 'others').length).toBeGreaterThan(0)
})
