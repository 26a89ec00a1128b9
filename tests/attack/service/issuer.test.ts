import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../../../packages/server/src/access/clients.ts'
import { askToken } from '../../../packages/server/src/access/testing/ask-token.ts'
import { cookieBrowser } from '../../../packages/server/src/access/testing/cookie-browser.ts'
import { newClient } from '../../../packages/server/src/access/testing/new-client.ts'
import { newStaff } from '../../../packages/server/src/access/testing/new-staff.ts'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { countStatements } from '../../../packages/server/src/testing/count-statements.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'

const url = 'http://localhost:4000'
const pair = await generateKeyPair('ES256')

let database: Database
let app: App
let signer: string
beforeAll(async () => {
  database = await testDatabase('examples')
  app = createApp(database)
  const publicKey = JSON.stringify(await exportJWK(pair.publicKey))
  const made = await createClient(database.prisma, { name: 'signs', role: 'PARTNER', publicKey })
  signer = made.kind === 'client' ? made.client.id : ''
})

async function assertion(
  claims: object = {},
  alg = 'ES256',
  key: typeof pair.privateKey | Uint8Array = pair.privateKey,
) {
  const now = Math.floor(Date.now() / 1000)
  const all = { iss: signer, sub: signer, aud: url, exp: now + 60, jti: crypto.randomUUID(), ...claims }
  const signed = await new SignJWT(all).setProtectedHeader({ alg }).sign(key)
  return {
    client_assertion: signed,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  }
}

test('an assertion of a client works once, also of many at once', async () => {
  const one = await assertion()
  const statuses = async () => (await askToken(app, undefined, one)).status
  expect([await statuses(), await statuses()]).toEqual([200, 401])
  const other = await assertion()
  const all = await Promise.all(Array.from({ length: 5 }, () => askToken(app, undefined, other)))
  expect(all.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401])
})

const now = Math.floor(Date.now() / 1000)
test.each([
  ['for the token endpoint of another service', { aud: 'https://evil.example/oauth/token' }],
  ['for several services', { aud: [url, 'https://evil.example'] }],
  ['that holds for a day', { exp: now + 86_400 }],
  ['that is over', { exp: now - 100 }],
  ['without an id', { jti: undefined }],
  ['of another client', { iss: 'other' }],
])('an assertion %s is refused', async (_, claims) => {
  expect((await askToken(app, undefined, await assertion(claims))).error).toBe('invalid_client')
})

test("an assertion of a key that is not the client's is refused, and one by a shared secret", async () => {
  const { privateKey } = await generateKeyPair('ES256')
  const text = new TextEncoder().encode(JSON.stringify(await exportJWK(pair.publicKey)))
  for (const forged of [await assertion({}, 'ES256', privateKey), await assertion({}, 'HS256', text)]) {
    expect((await askToken(app, undefined, forged)).error).toBe('invalid_client')
  }
})

test('a client with a key gets in by no secret, and one with a secret by no signature', async () => {
  const client = await newClient(database)
  const asKey = await assertion({ iss: client.id, sub: client.id })
  for (const answer of [
    await askToken(app, { id: signer, secret: 'x' }),
    await askToken(app, undefined, { client_id: signer }),
    await askToken(app, undefined, asKey),
    await askToken(app, undefined, { client_id: client.id, client_secret: client.secret }),
  ]) {
    expect(answer).toMatchObject({ status: expect.toBeOneOf([400, 401]) })
    expect(answer.access_token).toBeUndefined()
  }
})

test('an unknown client, a revoked one and a wrong secret get the same answer for the same work', async () => {
  const [client, revoked] = [await newClient(database), await newClient(database)]
  await database.prisma.client.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } })
  await askToken(app, client)
  const compare = vi.spyOn(crypto, 'timingSafeEqual')
  syncBuiltinESMExports()
  onTestFinished(() => {
    compare.mockRestore()
    syncBuiltinESMExports()
  })
  const work = async (id: string, secret: string) => {
    compare.mockClear()
    const { statements, result } = await countStatements(database, () => askToken(app, { id, secret }))
    return { result, statements, compared: compare.mock.calls.length }
  }
  const wrong = await work(client.id, revoked.secret)
  expect(wrong).toMatchObject({ result: { status: 401, error: 'invalid_client' }, compared: 1 })
  expect(await work(crypto.randomUUID(), client.secret)).toEqual(wrong)
  expect(await work(revoked.id, revoked.secret)).toEqual(wrong)
})

/** Goes through signing in up to the return with a code, and gives what the browser then has. */
async function code() {
  const { t } = await newStaff(database)
  const browser = cookieBrowser(app)
  const back = await browser.visit('/sign-in-link', { t }, '/auth/callback')
  const location = new URL(back.headers.get('location') ?? '')
  const [, began = ''] = /peo-signing-in=([\w-]+)/.exec(browser.cookies('/auth/callback')) ?? []
  const { verifier } = JSON.parse(Buffer.from(began, 'base64url').toString()) as { verifier: string }
  return { browser, location, code: location.searchParams.get('code') ?? '', verifier }
}

async function redeem(parameters: Record<string, string>) {
  const form = {
    grant_type: 'authorization_code',
    client_id: 'graphiql',
    redirect_uri: `${url}/auth/callback`,
  }
  const response = await app.fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...form, ...parameters }).toString(),
  })
  const answer = (await response.json()) as { error?: string; id_token?: string; access_token?: string }
  return { status: response.status, ...answer }
}

test('a code works once, also for two at once, and never again', async () => {
  const { code: stolen, verifier } = await code()
  const both = await Promise.all([1, 2].map(() => redeem({ code: stolen, code_verifier: verifier })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  expect((await redeem({ code: stolen, code_verifier: verifier })).error).toBe('invalid_grant')
})

test('a code is of no use without what its browser kept', async () => {
  for (const without of [{}, { code_verifier: 'a'.repeat(43) }]) {
    const { code: stolen } = await code()
    expect((await redeem({ code: stolen, ...without })).error).toBe('invalid_grant')
  }
  const { location } = await code()
  const other = await cookieBrowser(app).visit(location.pathname + location.search)
  expect([other.status, other.headers.getSetCookie()]).toEqual([400, []])
})

test('a return that another browser began signs nobody in', async () => {
  const [one, two] = [await code(), await code()]
  const swapped = await two.browser.visit(one.location.pathname + one.location.search)
  expect(swapped.status).toBe(400)
  expect(two.browser.cookies('/graphql')).not.toContain('peo-session')
})

test('the tokens of signing in open nothing: neither the id token nor the access token', async () => {
  const { code: own, verifier } = await code()
  const { id_token = '', access_token = '' } = await redeem({ code: own, code_verifier: verifier })
  expect(id_token).not.toBe('')
  for (const token of [id_token, access_token]) {
    const headers = { authorization: `Bearer ${token}` }
    const response = await app.fetch(`${url}/graphql?query={viewer{role}}`, { headers })
    expect(response.status).toBe(401)
  }
})

test.each([
  ['elsewhere', { redirect_uri: 'https://evil.example/callback' }],
  ['to another path', { redirect_uri: `${url}/auth/callback/../evil` }],
  ['of an unknown client', { client_id: 'unknown' }],
  ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
  ['with plain PKCE', { code_challenge_method: 'plain' }],
  ['for a token at once', { response_type: 'token' }],
])('a request to sign in %s goes nowhere', async (_, wrong) => {
  const parameters = {
    client_id: 'graphiql',
    redirect_uri: `${url}/auth/callback`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
    ...wrong,
  }
  const response = await app.fetch(`${url}/oauth/authorize?${new URLSearchParams(parameters)}`, {
    redirect: 'manual',
  })
  const location = response.headers.get('location') ?? ''
  expect(location === '' || /^http:\/\/localhost:4000\/auth\/callback[?#]error=/.test(location)).toBe(true)
  expect(await response.text()).not.toContain('<script')
})

test('the issuer is what it is called, whatever a request says of host and protocol', async () => {
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  }
  for (const path of ['openid-configuration', 'oauth-authorization-server']) {
    const response = await app.fetch(`http://evil.example/.well-known/${path}`, { headers })
    expect(await response.text()).not.toContain('evil')
  }
})
