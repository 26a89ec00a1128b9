import { request } from 'node:http'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('empty'))
})

/** Anew for each request: an app called without a port adds the length of the body to the headers it is given. */
const form = () => ({ 'content-type': 'application/x-www-form-urlencoded' })

const authorization = {
  client_id: 'graphiql',
  response_type: 'code',
  redirect_uri: 'http://localhost:4000/auth/callback',
  scope: 'openid',
  state: 'x',
  nonce: 'x',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
}

test.each([
  'state',
  'nonce',
  'login_hint',
  'ui_locales',
  'acr_values',
  'client_id',
])('a sign-in whose %s no database can hold is refused', async (name) => {
  const lines = loggedLines()
  const asked = new URLSearchParams({ ...authorization, [name]: 'a\0b' })
  for (const init of [{}, { method: 'POST', headers: form(), body: asked.toString() }]) {
    const search = init.method === undefined ? `?${asked}` : ''
    const answer = await app.fetch(`http://localhost:4000/oauth/authorize${search}`, init)
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_request' }])
  }
  expect(lines()).toEqual([])
})

test('a sign-in of long parameters is kept nowhere, and each costs points', async () => {
  const database = await testDatabase('empty')
  const own = createApp(database, { pointsPerMinute: 250 })
  const begin = (state: string) =>
    own.fetch(`http://localhost:4000/oauth/authorize?${new URLSearchParams({ ...authorization, state })}`)
  const long = await begin('x'.repeat(2000))
  expect([long.status, await long.json()]).toMatchObject([400, { error: 'invalid_request' }])
  expect(await database.prisma.oidcRecord.count()).toBe(0)
  const statuses = [await begin('x'), await begin('x'), await begin('x')].map(({ status }) => status)
  expect(statuses).toEqual([303, 303, 429])
})

test.each(['code', 'client_id', 'scope', 'x'])('so is a request for a token by its %s', async (name) => {
  const asked = {
    grant_type: 'authorization_code',
    client_id: 'graphiql',
    code: 'x',
    code_verifier: 'x'.repeat(43),
  }
  const body = new URLSearchParams({
    ...asked,
    redirect_uri: authorization.redirect_uri,
    [name]: '\0',
  }).toString()
  const answer = await app.fetch('http://localhost/oauth/token', { method: 'POST', headers: form(), body })
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_request' }])
})

/** Asks with so many bytes of headers; gives the status. */
function askWith(origin: string, path: string, bytes: number, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { 'x-long': 'a'.repeat(bytes) }, maxHeaderSize: 100_000 }
    const sent = request(`${origin}${path}`, options, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.once('error', reject)
    sent.end()
  })
}

test('headers as long as Node.js takes them get an answer, and so do longer ones', async () => {
  const { origin, close } = await listen(app)
  onTestFinished(close)
  for (let bytes = 16_100; bytes < 16_384; bytes += 15) {
    expect(await askWith(origin, '/.well-known/jwks.json', bytes)).toBeOneOf([200, 431])
    expect(await askWith(origin, '/oauth/token', bytes, 'POST')).toBeOneOf([400, 431])
  }
  expect(await askWith(origin, '/.well-known/jwks.json', 16_100)).toBe(200)
  expect(await askWith(origin, '/.well-known/jwks.json', 17_000)).toBe(431)
})

test.each(['/oauth/token', '/sign-in-link'])('a body that is too long is refused at %s', async (path) => {
  const { origin, close } = await listen(app)
  onTestFinished(close)
  for (const bytes of [70_000, 5_000_000]) {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: form(),
      body: `t=${'x'.repeat(bytes)}`,
    })
    expect(answer.status).toBe(413)
  }
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
})

test('a header of a connection is not taken for one of the issuer', async () => {
  const answer = await app.fetch('http://localhost:4000/.well-known/jwks.json', { headers: { trailer: 'x' } })
  expect(answer.status).toBe(200)
})
