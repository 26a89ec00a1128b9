import { createPublicKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { askToken } from '../../../packages/server/src/access/testing/ask-token.ts'
import { newClient } from '../../../packages/server/src/access/testing/new-client.ts'
import {
  type SecondIssuer,
  startSecondIssuer,
} from '../../../packages/server/src/access/testing/start-second-issuer.ts'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { afterFile } from '../../../packages/server/src/testing/after-file.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { type Forged, signToken, signWithSecret, unsigned } from '../forge-token.ts'

const own = 'http://localhost:4000'
const audience = `${own}/graphql`
const attacker = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)

let database: Database
let app: App
let second: SecondIssuer
let ownKey: JWK
let clientId: string
/** How often the attacker's host was asked for keys. */
let asked = 0
let attackerHost: string

beforeAll(async () => {
  database = await testDatabase('examples')
  second = await startSecondIssuer(audience)
  app = createApp(database, {
    outsideIssuers: [
      {
        issuer: second.issuer,
        audience,
        algorithms: ['ES256'],
        roles: [{ claim: ['access', 'roles'], value: 'peo-researcher', role: 'RESEARCHER' }],
      },
    ],
  })
  const client = await newClient(database, { role: 'RESEARCHER' })
  clientId = client.id
  expect((await askToken(app, client)).status).toBe(200)
  const [row] = await database.prisma.signingKey.findMany()
  ownKey = row?.key as JWK
  const { d: _, ...publicKey } = attacker
  const server = createServer((_, response) => {
    asked++
    response.end(JSON.stringify({ keys: [{ ...publicKey, kid: 'evil' }] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  attackerHost = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
  afterFile(() => server.close())
})

const now = () => Math.floor(Date.now() / 1000)

/** What a good token of the service's own issuer holds. */
function good(): Forged {
  return {
    header: { alg: 'ES256', typ: 'at+jwt', kid: ownKey.kid },
    claims: {
      iss: own,
      aud: audience,
      sub: clientId,
      client_id: clientId,
      jti: crypto.randomUUID(),
      iat: now(),
      exp: now() + 300,
      scope: 'results:read microdata:read',
    },
  }
}

function changed(header: object, claims: object = {}): Forged {
  const { header: goodHeader, claims: goodClaims } = good()
  return { header: { ...goodHeader, ...header }, claims: { ...goodClaims, ...claims } }
}

/** The public key in every text that a careless verifier might use as a secret. */
function publicTexts(): string[] {
  const { d: _, ...key } = ownKey
  const pem = createPublicKey({ key, format: 'jwk' })
  return [
    JSON.stringify(key),
    pem.export({ type: 'spki', format: 'pem' }).toString(),
    pem.export({ type: 'spki', format: 'der' }).toString('latin1'),
    String(key.x),
    '',
  ]
}

async function read(token: string) {
  const response = await app.fetch(`${own}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { role } }' }),
  })
  return { status: response.status, text: await response.text() }
}

async function expectRefused(token: string, why: RegExp = /./) {
  const { status, text } = await read(token)
  expect([status, text]).toEqual([401, expect.stringMatching(why)])
  const { errors } = JSON.parse(text) as { errors: { extensions: object }[] }
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
}

test('the tokens that the attacks begin with are good', async () => {
  expect(await read(await signToken(good(), ownKey))).toMatchObject({
    status: 200,
    text: expect.stringContaining('RESEARCHER'),
  })
  expect(await read(await second.token('researcher'))).toMatchObject({
    status: 200,
    text: expect.stringContaining('RESEARCHER'),
  })
})

test('no signature is no token', async () => {
  for (const alg of ['none', 'None', 'NONE', '']) {
    const forged = unsigned(changed({ alg }))
    for (const token of [`${forged}.`, forged, `${forged}.e30`]) await expectRefused(token)
  }
  const [header, claims] = (await signToken(good(), ownKey)).split('.')
  await expectRefused(`${header}.${claims}.`)
})

test('the public key is no shared secret', async () => {
  for (const secret of publicTexts()) {
    for (const alg of ['HS256', 'ES256']) await expectRefused(signWithSecret(changed({ alg }), secret))
  }
})

const kids: [string, unknown][] = [
  ['unknown', crypto.randomUUID()],
  ['empty', ''],
  ['absent', undefined],
  ['a path', '../../../../../dev/null'],
  ['an absolute path', '/etc/passwd'],
  ['SQL', "' OR 1=1 --"],
  ['a NUL', 'a\0b'],
  ['a prototype', '__proto__'],
]
test.each(kids)('a key id that is %s opens nothing', async (_, kid) => {
  await expectRefused(await signToken(changed({ kid }), { ...attacker, kid: 'x' }))
  await expectRefused(signWithSecret(changed({ alg: 'HS256', kid }), ''))
})

test('a header that points to keys elsewhere is followed nowhere', async () => {
  const { d: _, ...jwk } = attacker
  const before = asked
  for (const header of [
    { jku: attackerHost, kid: 'evil' },
    { x5u: attackerHost, kid: 'evil' },
    { jwk },
    { jwk, kid: await calculateJwkThumbprint(jwk) },
    { x5c: ['AAAA'] },
    { jku: attackerHost, x5u: attackerHost, jwk, kid: 'evil' },
    { crit: ['jku'], jku: attackerHost },
  ]) {
    await expectRefused(await signToken(changed({ ...header, crit: undefined }), attacker))
    const forged = changed(header)
    await expectRefused(`${unsigned(forged)}.${Buffer.alloc(64, 1).toString('base64url')}`)
  }
  expect(asked).toBe(before)
})

const claims: [string, () => object, RegExp][] = [
  ['another issuer', () => ({ iss: 'https://evil.example' }), /comes from/],
  ['no issuer', () => ({ iss: undefined }), /comes from null/],
  ['our issuer with a slash', () => ({ iss: `${own}/` }), /comes from/],
  ['a list of issuers', () => ({ iss: [own] }), /comes from/],
  ['another audience', () => ({ aud: 'https://evil.example' }), /is for/],
  ['the issuer as audience', () => ({ aud: own }), /is for/],
  ['no audience', () => ({ aud: undefined }), /aud|is for/],
  ['a time that is over', () => ({ iat: now() - 400, exp: now() - 100 }), /expired at/],
  ['no end', () => ({ exp: undefined }), /exp/],
  ['an end that is no number', () => ({ exp: 'never' }), /exp/],
  ['a begin in the future', () => ({ nbf: now() + 100 }), /does not hold before/],
  ['an issue in the future', () => ({ iat: now() + 100, exp: now() + 300 }), /iat/],
  ['an issue long ago', () => ({ iat: now() - 7200, exp: now() + 300 }), /iat|expired/],
  ['no id', () => ({ jti: undefined }), /jti/],
  ['no client', () => ({ client_id: undefined }), /client_id/],
  ['another subject', () => ({ sub: 'somebody' }), /revoked or is none/],
  ['an unknown client', () => ({ sub: 'x', client_id: 'x' }), /revoked or is none/],
  ['a client with a NUL', () => ({ sub: '\0', client_id: '\0' }), /revoked or is none/],
  ['the client of the browser', () => ({ sub: 'graphiql', client_id: 'graphiql' }), /revoked or is none/],
  ['no scope', () => ({ scope: undefined }), /scope is/],
  ['a scope of the issuer only', () => ({ scope: 'openid' }), /scope is/],
]
test.each(claims)('a token with %s is refused, even signed with the right key', async (_, wrong, why) => {
  await expectRefused(await signToken(changed({}, wrong()), ownKey), why)
})

test.each([
  'JWT',
  undefined,
  'id+jwt',
  'logout+jwt',
])('a token of the type %s is no access token', async (typ) => {
  await expectRefused(await signToken(changed({ typ }), ownKey), /no access token/)
})

test('neither issuer speaks for the other', async () => {
  const outside = { iss: second.issuer, access: { roles: ['peo-researcher'] } }
  await expectRefused(await signToken(changed({ kid: 'second' }), second.key))
  await expectRefused(await signToken(changed({ kid: ownKey.kid }), second.key))
  await expectRefused(await signToken(changed({}, outside), ownKey))
  await expectRefused(await signToken(changed({ kid: 'second' }, outside), ownKey))
  const signed = await signToken(changed({ kid: 'second' }, outside), second.key)
  expect((await read(signed)).status).toBe(200)
})

test('a claim of more is worth no more: what the client may, its row says', async () => {
  const partner = await newClient(database)
  const forged = {
    sub: partner.id,
    client_id: partner.id,
    role: 'STAFF',
    scope: 'microdata:read staff admin',
  }
  expect(await read(await signToken(changed({}, forged), ownKey))).toMatchObject({
    text: expect.stringContaining('PARTNER'),
  })
})

test('a revoked client is out at once, with a token that has not expired', async () => {
  const client = await newClient(database)
  const { access_token } = await askToken(app, client)
  expect((await read(access_token)).status).toBe(200)
  await database.prisma.client.update({ where: { id: client.id }, data: { revokedAt: new Date() } })
  await expectRefused(access_token, /revoked/)
  expect(await askToken(app, client)).toMatchObject({ status: 401, error: 'invalid_client' })
})

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Basic eDp5',
  'Bearer a b',
  'Bearer a.b.c',
  'Bearer ....',
  'DPoP x',
  'bearer null',
])('the header "%s" is refused', async (authorization) => {
  for (const path of ['/graphql?query={viewer{role}}', '/tables/crosstab.csv?waves=peo-2022&rows=werkdruk']) {
    const response = await app.fetch(`${own}${path}`, { headers: { authorization } })
    expect([path, response.status]).toEqual([path, 401])
  }
})
