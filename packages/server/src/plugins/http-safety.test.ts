import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let database: Database
let app: App

beforeAll(async () => {
  database = await testDatabase('examples')
  app = createApp(database)
})

const query = '{ crosstab(waves: ["peo-2022"], rows: "sector") { base } }'
const post = (headers: Record<string, string>, body: string) =>
  app.fetch('http://localhost/graphql', { method: 'POST', headers, body })

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain; application/json',
])('what a form can post is refused: %s', async (type) => {
  const body = type.includes('urlencoded') ? `query=${encodeURIComponent(query)}` : JSON.stringify({ query })
  const response = await post({ 'content-type': type }, body)
  const { errors } = (await response.json()) as { errors: object[] }
  expect(response.status).toBe(415)
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', header: 'content-type' } }])
})

test('the same is answered with a header that forms cannot send', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-peo-client': 'test' }
  const response = await post(headers, `query=${encodeURIComponent(query)}`)
  expect([response.status, await response.json()]).toEqual([200, { data: { crosstab: { base: 150 } } }])
})

test('a media type in capitals is the same', async () => {
  const response = await post({ 'content-type': 'APPLICATION/JSON' }, JSON.stringify({ query }))
  expect([response.status, await response.json()]).toEqual([200, { data: { crosstab: { base: 150 } } }])
  expect((await post({ 'content-type': 'Application/Json' }, '{')).status).toBe(400)
})

test('GET changes nothing, whatever a header says', async () => {
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  const text = 'mutation { createStaffAccount(name: "Mallory") { account { id } } }'
  const before = await database.prisma.staffAccount.count()
  for (const method of ['GET', 'HEAD']) {
    const response = await staff.fetch(`http://localhost/graphql?query=${encodeURIComponent(text)}`, {
      method,
      headers: { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-peo-client': 'test' },
    })
    expect(response.status).toBe(405)
  }
  expect(await database.prisma.staffAccount.count()).toBe(before)
})

const paths = ['/', '/healthz', '/metrics', '/tables/crosstab.csv?waves=peo-2022&rows=sector', '/nowhere']

test.each([
  ...paths,
  `/graphql?query=${encodeURIComponent(query)}`,
  '/graphql?query={',
])('%s is safe to show', async (path) => {
  const { headers } = await app.fetch(`http://localhost${path}`)
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('over HTTPS browsers keep to it, for answers from memory too', async () => {
  const secure = createApp(database, { url: 'https://results.example.org' })
  const { origin, close } = await listen(secure)
  for (const _ of [1, 2]) {
    const { headers } = await fetch(`${origin}/graphql?query=${encodeURIComponent(query)}`)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  close()
})

test('GraphiQL runs its own scripts alone, and is framed nowhere', async () => {
  const { headers } = await app.fetch('http://localhost/graphql', { headers: { accept: 'text/html' } })
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; script-src ('sha256-[\w+/]{43}=' )+blob:;/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/https?:|\*/)
})

test.each([
  'authorization',
  'cookie',
])('what is answered to a request with %s is kept by no cache', async (name) => {
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  for (const accept of ['application/json', 'text/event-stream']) {
    const { headers } = await staff.fetch('http://localhost/graphql?query={clients{nodes{id}}}', {
      headers: { [name]: 'x', accept },
    })
    expect(headers.get('content-type')).toContain(accept)
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual([
      'private, no-store',
      'accept, authorization, cookie',
    ])
  }
})
