import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { askToken } from './testing/ask-token.ts'
import { newClient } from './testing/new-client.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase('examples')
  app = createApp(database)
})

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const viewer = '{ viewer { role organisation name } }'

test('a partner gets a token for its secret, and reads as the partner it is', async () => {
  const client = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const { access_token, ...answer } = await askToken(app, client)
  expect(answer).toEqual({ status: 200, expires_in: 300, scope: 'results:read', token_type: 'Bearer' })
  const { data } = await ask(app, viewer, {}, bearer(access_token))
  expect(data).toEqual({ viewer: { role: 'PARTNER', organisation: 'org_c', name: 'HR tool' } })
})

test('a researcher reads the anonymised answers, unless the token was asked for tables alone', async () => {
  const client = await newClient(database, { role: 'RESEARCHER' })
  const whole = await askToken(app, client)
  const tables = await askToken(app, client, { scope: 'results:read' })
  expect([whole.scope, tables.scope]).toEqual(['results:read microdata:read', 'results:read'])
  const roles = [whole, tables].map(async ({ access_token }) =>
    ask<{ viewer: { role: string } }>(app, viewer, {}, bearer(access_token)),
  )
  const read = (await Promise.all(roles)).map(({ data }) => data?.viewer.role)
  expect(read).toEqual(['RESEARCHER', 'PARTNER'])
  const csv = await app.fetch('http://localhost/waves/peo-2022/respondents.csv', {
    headers: bearer(whole.access_token),
  })
  expect(csv.status).toBe(200)
})

test.each([
  ['a scope beyond its role', { scope: 'results:read microdata:read' }, 'invalid_scope'],
  ['a scope that is none', { scope: 'admin' }, 'invalid_scope'],
  ['a scope that JavaScript alone knows', { scope: 'results:read constructor' }, 'invalid_scope'],
  ['another service', { resource: 'https://elsewhere.example' }, 'invalid_target'],
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
])('a partner gets no token for %s', async (_, parameters, error) => {
  const answer = await askToken(app, await newClient(database), parameters)
  expect([answer.status, answer.error, answer.access_token]).toEqual([400, error, undefined])
})

test('the secret is stored hashed, and only the last one holds', async () => {
  const client = await newClient(database)
  const stored = JSON.stringify(await database.prisma.client.findMany())
  expect(stored).toContain(client.id)
  expect(stored).not.toContain(client.secret)
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  const { access_token } = await askToken(app, client)
  const { data } = await ask<{ replaceClientSecret: { secret: string } }>(
    staff,
    `mutation { replaceClientSecret(id: "${client.id}") { secret errors { code } } }`,
  )
  const { secret = '' } = data?.replaceClientSecret ?? {}
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect((await askToken(app, client)).error).toBe('invalid_client')
  const next = await askToken(app, { ...client, secret })
  expect((await ask(app, '{ viewer { role } }', {}, bearer(next.access_token))).errors).toBeUndefined()
  // Of the same second as the replacement, or an earlier one.
  const { errors } = await ask(app, '{ viewer { role } }', {}, bearer(access_token))
  expect(errors?.[0]?.message).toMatch(/was replaced since/)
})

test('a token of a client goes to every route, and a bad one is refused on each', async () => {
  const { access_token } = await askToken(app, await newClient(database))
  for (const path of [
    '/graphql?query={viewer{role}}',
    '/tables/crosstab.csv?waves=peo-2022&rows=werkdruk',
    '/tables/means.json?waves=peo-2022&of=werkplezier',
  ]) {
    const good = await app.fetch(`http://localhost${path}`, { headers: bearer(access_token) })
    expect([path, good.status]).toEqual([path, 200])
  }
  for (const path of ['/graphql?query={viewer{role}}', '/tables/crosstab.csv', '/waves/x/respondents.csv']) {
    const bad = await app.fetch(`http://localhost${path}`, { headers: bearer(`${access_token}x`) })
    expect([path, bad.status]).toEqual([path, 401])
    expect(bad.headers.get('www-authenticate')).toContain('Bearer error="invalid_token"')
    const { errors } = (await bad.json()) as { errors: { extensions: unknown }[] }
    expect(errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' })
  }
})

test('what a reader with a token gets is for no shared cache, and says what it depends on', async () => {
  const { access_token } = await askToken(app, await newClient(database))
  const paths = [
    '/tables/crosstab.csv?waves=peo-2022&rows=werkdruk',
    `/graphql?query=${encodeURIComponent('{ crosstab(waves: ["peo-2022"], rows: "werkdruk") { base } }')}`,
  ]
  for (const path of paths) {
    const headersOf = async (headers: Record<string, string>) =>
      (await app.fetch(`http://localhost${path}`, { headers })).headers
    for (const _ of ['first', 'again']) {
      expect((await headersOf({})).get('cache-control')).toBe('public, no-cache')
      const own = await headersOf(bearer(access_token))
      expect(own.get('cache-control')).toBe('private, no-cache')
      expect(own.get('vary')).toMatch(/authorization, cookie$/)
    }
  }
})
