import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { listen } from '../plugins/testing/listen.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { callerAddress, networkOf } from './caller-address.ts'
import { countRates } from './rates.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('examples')
})

const from = (app: App, address: string, path: string) =>
  app.fetch(`http://localhost${path}`, { headers: { 'x-forwarded-for': address } })

let addresses = 0
/** An address of which nothing is counted yet in the database that all services of this file share. */
const freshAddress = () => `198.51.100.${addresses++}`

const table = (level: number) => `/tables/crosstab.csv?waves=peo-2022&rows=sector&confidenceLevel=0.${level}`

test('who asked for more cells than a minute has points is told when to ask again; others are not', async () => {
  const app = createApp(database, { pointsPerMinute: 12, trustedProxies: 1 })
  // Four sectors: 5 points a table.
  const statuses = []
  for (const level of [81, 82, 83, 84]) statuses.push((await from(app, '192.0.2.1', table(level))).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await from(app, '192.0.2.1', table(85))
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: wait, limit: 12, of: 'address' } }],
  })
  expect((await from(app, '192.0.2.1', table(81))).status).toBe(200)
  expect((await from(app, '192.0.2.2', table(85))).status).toBe(200)
})

test('over GraphQL too, with status 429', async () => {
  const app = createApp(database, { pointsPerMinute: 12 })
  const query = (alias: string) => `{ ${alias}: crosstab(waves: ["peo-2022"], rows: "sector") { base } }`
  for (const alias of ['a', 'b', 'c']) expect((await ask(app, query(alias))).errors).toBeUndefined()
  const response = await app.fetch(`http://localhost/graphql?query=${encodeURIComponent(query('d'))}`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([
    429,
    expect.stringMatching(/^\d+$/),
  ])
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
})

test('a client is counted wherever it asks from', async () => {
  const app = createApp(database, {
    pointsPerMinute: 12,
    trustedProxies: 1,
    viewer: { role: 'PARTNER' },
    account: 'a',
  })
  const statuses = []
  for (const number of [1, 2, 3, 4])
    statuses.push((await from(app, `192.0.2.${number}`, table(70 + number))).status)
  expect(statuses).toEqual([200, 200, 200, 429])
})

test('a file of anonymised answers costs a point a row', async () => {
  const app = createApp(database, {
    pointsPerMinute: 250,
    viewer: { role: 'RESEARCHER' },
    account: 'reads files',
  })
  const file = () => app.fetch('http://localhost/waves/peo-2022/respondents.csv')
  const statuses = []
  for (let time = 0; time < 2; time++) statuses.push((await file()).status)
  const refused = await file()
  expect([...statuses, refused.status]).toEqual([200, 200, 429])
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', of: 'client', limit: 250 } }],
  })
})

test.each([
  ['a syntax error', '{'],
  ['a field that is none', '{ none }'],
  ['too deep a query', `{ ${'node(id: "x") { '.repeat(11)}id${' }'.repeat(12)}`],
  ['too large a list', '{ waves(first: 101) { nodes { code } } }'],
  [
    'too many cells',
    '{ waves(first: 100) { nodes { questions(first: 100) { nodes { variable { questions(first: 100) { nodes { order } } } } } } } }',
  ],
  ['an operation that is none', 'query A { viewer { role } } query B { viewer { role } }'],
])('%s costs 10 points, and from who has none left nothing is read', async (_, query) => {
  const app = createApp(database, { pointsPerMinute: 25, trustedProxies: 1 })
  const address = freshAddress()
  const path = `/graphql?query=${encodeURIComponent(query)}`
  const statuses = []
  for (let time = 0; time < 4; time++) statuses.push((await from(app, address, path)).status)
  expect(statuses.slice(0, 3)).not.toContain(429)
  expect(statuses[3]).toBe(429)
  expect((await from(app, freshAddress(), path)).status).not.toBe(429)
})

test.each([
  ['/tables/crosstab.csv?waves=peo-2022&rows=sector&confidenceLevel=x'],
  ['/tables/crosstab.csv?waves=none&rows=sector'],
  ['/waves/peo-2022/respondents.csv'],
  ['/.well-known/jwks.json'],
  ['/oauth/interaction/x'],
  ['/auth/sign-in'],
])('%s costs a point, however it is answered', async (path) => {
  const app = createApp(database, { pointsPerMinute: 3, trustedProxies: 1 })
  const address = freshAddress()
  const statuses = []
  for (let time = 0; time < 5; time++) statuses.push((await from(app, address, path)).status)
  expect(statuses.map((status) => status === 429)).toEqual([false, false, false, false, true])
})

test('answers from memory are counted apart, fifty for a point', async () => {
  const { origin, close } = await listen(createApp(database, { pointsPerMinute: 5 }))
  const url = `${origin}/graphql?query=${encodeURIComponent('{ crosstab(waves: ["peo-2022"], rows: "sector") { base } }')}`
  const statuses: number[] = []
  for (let time = 0; time < 260; time++) statuses.push((await fetch(url)).status)
  close()
  expect(statuses.indexOf(429)).toBeGreaterThanOrEqual(250)
  expect(statuses.at(-1)).toBe(429)
})

test('replicas on one PostgreSQL count together', async () => {
  const replicas = [1, 2].map(() => countRates({ ...database, kind: 'postgresql' }, 10))
  const caller = { account: 'shared', address: '192.0.2.9' }
  const stored = async () =>
    (await database.prisma.usedPoints.findFirst({ where: { key: { endsWith: 'account shared' } } }))?.points
  replicas[0]!.charge(caller, 5)
  await expect.poll(stored).toBe(6)
  replicas[1]!.charge(caller, 5)
  await expect.poll(() => replicas[1]!.charge(caller, 0)).toMatchObject({ code: 'RATE_LIMITED' })
})

test.each([
  ['203.0.113.7', 0, '10.0.0.1'],
  ['203.0.113.7', 1, '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['203.0.113.7', 2, '10.0.0.1'],
  ['7.7.7.7:1', 1, '7.7.7.7'],
  ['[2001:db8::1]:443', 1, '2001:db8::1'],
  ['2001:db8::1', 1, '2001:db8::1'],
  [null, 1, '10.0.0.1'],
])('X-Forwarded-For: %s behind %i proxies is %s', (header, trusted, address) => {
  const asker = { request: {}, headerOf: () => header, address: '::ffff:10.0.0.1' }
  expect(callerAddress(asker, trusted)).toBe(address)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:0001:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
