import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { askToken } from './testing/ask-token.ts'
import { newClient } from './testing/new-client.ts'

const session = { cookie: 'peo-session=x', 'sec-fetch-site': 'same-origin' }
const form = { ...session, 'content-type': 'application/x-www-form-urlencoded' }

test.each([
  ['/graphql?query={viewer{role}}', { headers: session }],
  ['/tables/crosstab.csv?waves=peo-2022&rows=werkdruk', { headers: session }],
  ['/oauth/token', { method: 'POST', headers: form, body: 'grant_type=client_credentials' }],
  ['/.well-known/jwks.json', {}],
  ['/auth/sign-in', {}],
  ['/oauth/interaction/x', { headers: { cookie: 'peo-sign-in-link=x' } }],
  ['/sign-in-link', { method: 'POST', headers: form, body: 't=x' }],
])('without a database %s fails in the log, and tells the reader no more than that', async (path, init) => {
  const lines = loggedLines()
  const broken = { prisma: { secretive: true } } as unknown as Database
  const response = await createApp(broken).fetch(`http://localhost:4000${path}`, init)
  expect(response.status).toBe(500)
  const told = await response.text()
  expect(told).not.toMatch(/undefined|prisma|\bat \//)
  expect(lines().some(({ errorId }) => errorId !== undefined && told.includes(errorId))).toBe(true)
})

test('where the database breaks later, the log tells why, and the reader where', async () => {
  const database = await testDatabase('empty')
  const app = createApp(database, { pointsPerMinute: 100_000 })
  const client = await newClient(database)
  const { access_token } = await askToken(app, client)
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await app.fetch(`http://localhost${path}`, init)
    return { status: response.status, text: await response.text() }
  }
  const viewer = () =>
    ask('/graphql?query={viewer{role}}', { headers: { authorization: `Bearer ${access_token}` } })
  await database.prisma.$executeRaw`ALTER TABLE "Client" RENAME TO "Gone"`
  const lines = loggedLines()
  const { status, ...token } = await askToken(app, client)
  expect([status, token.error]).toEqual([500, 'server_error'])
  const page = await ask(`/oauth/authorize?client_id=${client.id}`)
  expect(page).toMatchObject({ status: 500, text: expect.stringContaining('Signing in failed') })
  const refused = await viewer()
  expect(refused.status).toBe(401)
  const told = [JSON.stringify(token), page.text, refused.text]
  expect(lines().map(({ error }) => error)).toEqual(told.map(() => expect.stringContaining('Client')))
  expect(lines().map(({ errorId }) => told.findIndex((text) => text.includes(errorId!)))).toEqual([0, 1, 2])
  for (const text of told) expect(text).not.toMatch(/prisma|findUnique|\bat \//)
  // None of it was the client's fault.
  for (let time = 0; time < 70; time++) await viewer()
  await database.prisma.$executeRaw`ALTER TABLE "Gone" RENAME TO "Client"`
  expect((await viewer()).status).toBe(200)
})

test('a browser can sign in once the database is back', async () => {
  const database = await testDatabase('empty')
  const app = createApp(database)
  const begin = async () =>
    (await app.fetch('http://localhost:4000/auth/sign-in', { redirect: 'manual' })).status
  await database.prisma.$executeRaw`ALTER TABLE "SigningKey" RENAME TO "Gone"`
  const lines = loggedLines()
  expect(await begin()).toBe(500)
  expect(lines()).toHaveLength(1)
  await database.prisma.$executeRaw`ALTER TABLE "Gone" RENAME TO "SigningKey"`
  expect(await begin()).toBe(303)
})
