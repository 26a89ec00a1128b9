import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { claimedClient } from './failed-proofs.ts'
import { countRates } from './rates.ts'
import { askToken } from './testing/ask-token.ts'
import { newClient } from './testing/new-client.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase('empty')
  app = createApp(database, { pointsPerMinute: 100_000, trustedProxies: 1 })
})

/** The same service, asked from an address. */
const from = (address: string) =>
  Object.assign(() => {}, app, {
    fetch: (url: string, { headers, ...init }: RequestInit = {}) =>
      app.fetch(url, { ...init, headers: { ...(headers as object), 'x-forwarded-for': address } }),
  }) as App

const viewer = (address: string, token: string) =>
  from(address).fetch('http://localhost/graphql?query={viewer{role}}', {
    headers: { authorization: `Bearer ${token}` },
  })

async function expectRefused(response: Response, limit: number, of: string): Promise<void> {
  const wait = Number(response.headers.get('retry-after'))
  expect([response.status, wait > 0 && wait <= 60]).toEqual([429, true])
  const extensions = { code: 'RATE_LIMITED', retryAfter: wait, limit, of }
  expect(await response.json()).toMatchObject({ errors: [{ extensions }] })
}

test('an address that sent too many bad tokens is told to wait, whatever it brings; others are not', async () => {
  const { access_token: good } = await askToken(app, await newClient(database))
  const bad = `${good.slice(0, -4)}AAAA`
  for (let time = 0; time <= 60; time++) expect((await viewer('192.0.2.1', bad)).status).toBe(401)
  await expectRefused(await viewer('192.0.2.1', bad), 60, 'address')
  await expectRefused(await viewer('192.0.2.1', good), 60, 'address')
  const file = 'http://localhost/waves/peo-2022/respondents.csv'
  const headers = { authorization: `Bearer ${good}` }
  await expectRefused(await from('192.0.2.1').fetch(file, { headers }), 60, 'address')
  expect((await viewer('192.0.2.2', good)).status).toBe(200)
  expect((await askToken(from('192.0.2.1'), await newClient(database))).status).toBe(200)
})

test('a client with a wrong secret keeps out neither others at its address nor itself at another', async () => {
  const [client, other] = [await newClient(database), await newClient(database)]
  const wrong = { ...client, secret: 'wrong' }
  for (let time = 0; time <= 10; time++) expect((await askToken(from('192.0.2.3'), wrong)).status).toBe(401)
  expect((await askToken(from('192.0.2.3'), wrong)).status).toBe(429)
  expect((await askToken(from('192.0.2.3'), client)).status).toBe(429)
  expect((await askToken(from('192.0.2.3'), other)).status).toBe(200)
  expect((await askToken(from('192.0.2.4'), client)).status).toBe(200)
})

test('an address that tries client after client is told to wait', async () => {
  const ask = (id: string) => askToken(from('192.0.2.5'), { id, secret: 'x' })
  for (let time = 0; time <= 60; time++) expect((await ask(`client-${time}`)).status).toBe(401)
  expect((await ask('another')).status).toBe(429)
  expect((await askToken(from('192.0.2.6'), await newClient(database))).status).toBe(200)
})

test('an address that tries sign-in links is told to wait', async () => {
  const open = () =>
    from('192.0.2.7').fetch('http://localhost:4000/sign-in-link', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: 't=x',
    })
  for (let time = 0; time <= 60; time++) expect((await open()).status).toBe(410)
  await expectRefused(await open(), 60, 'address')
})

test('replicas on one PostgreSQL count together', async () => {
  const [one, two] = [1, 2].map(() => countRates({ ...database, kind: 'postgresql' }, 10))
  const proof = { kind: 'secret', address: '192.0.2.8', client: 'a\0' } as const
  for (let time = 0; time < 10; time++) one!.failed(proof)
  const stored = () => database.prisma.usedPoints.findMany({ where: { key: { contains: '192.0.2.8' } } })
  await expect.poll(async () => (await stored()).map(({ points }) => points)).toEqual([10, 10])
  two!.failed(proof)
  await expect.poll(() => two!.mayProve(proof)).toMatchObject({ details: { of: 'client', limit: 10 } })
})

test.each([
  [`Basic ${btoa('a:b')}`, '', 'a'],
  [`Basic ${btoa('%61%2Db+c:b')}`, '', 'a-b c'],
  [`Basic ${btoa('%zz:b')}`, '', '%zz'],
  [undefined, 'client_id=b&client_assertion=x', 'b'],
  [undefined, `client_assertion=x.${btoa('{"sub":"c"}')}.x`, 'c'],
  [undefined, 'client_assertion=x.x.x', undefined],
  [undefined, '', undefined],
])('a request for a token with %s and "%s" is of the client %s', (authorization, body, client) => {
  expect(claimedClient(authorization, Buffer.from(body))).toBe(client)
})
