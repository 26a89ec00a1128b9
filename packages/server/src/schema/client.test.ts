import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { askToken } from '../access/testing/ask-token.ts'
import { newClient } from '../access/testing/new-client.ts'
import { type App, createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

const payload = '{ client { id name role organisation revokedOn } secret errors { code field message } }'

interface Payload {
  readonly client: { readonly id: string; readonly name: string; readonly revokedOn: string | null } | null
  readonly secret: string | null
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

async function create(input: object): Promise<Payload> {
  const { data } = await ask<{ createClient: Payload }>(
    staff,
    `mutation ($input: CreateClientInput!) { createClient(input: $input) ${payload} }`,
    { input },
  )
  return data.createClient
}

test('staff make a client, see its secret once, and revoke it', async () => {
  const { client, secret, errors } = await create({ name: 'BI', role: 'PARTNER', organisation: 'org_c' })
  expect(client).toMatchObject({ name: 'BI', role: 'PARTNER', organisation: 'org_c', revokedOn: null })
  expect([errors, (await askToken(staff, { id: client?.id ?? '', secret: secret ?? '' })).status]).toEqual([
    [],
    200,
  ])
  const list = await ask(staff, '{ clients(first: 100) { nodes { id name } } }')
  expect(JSON.stringify(list)).toContain(`"id":"${client?.id}","name":"BI"`)
  const revoke = `mutation { revokeClient(id: "${client?.id}") ${payload} }`
  const first = await ask<{ revokeClient: Payload }>(staff, revoke)
  expect(first.data.revokeClient.client?.revokedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  const second = await ask<{ revokeClient: Payload }>(staff, revoke)
  expect(second.data.revokeClient).toMatchObject({ client: null, errors: [{ code: 'UNKNOWN_CLIENT' }] })
})

test('a client with a key of its own signs its requests for tokens', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = JSON.stringify(await exportJWK(publicKey))
  const { client, secret } = await create({ name: 'signs', role: 'RESEARCHER', publicKey: jwk })
  const id = client?.id ?? ''
  const assertion = await new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(id)
    .setSubject(id)
    .setAudience('http://localhost:4000')
    .setExpirationTime('60s')
    .sign(privateKey)
  const parameters = {
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  }
  const answer = await askToken(staff, undefined, parameters)
  expect([secret, answer.status, answer.scope]).toEqual([null, 200, 'results:read microdata:read'])
})

const pair = await generateKeyPair('ES256', { extractable: true })
const p384 = await generateKeyPair('ES384', { extractable: true })

test.each([
  ['name', 'an empty name', { name: ' ' }],
  ['organisation', 'an unknown organisation', { organisation: 'org_zz' }],
  ['publicKey', 'no key', { publicKey: 'secret' }],
  ['publicKey', 'a private key', { publicKey: JSON.stringify(await exportJWK(pair.privateKey)) }],
  ['publicKey', 'another curve', { publicKey: JSON.stringify(await exportJWK(p384.publicKey)) }],
  ['publicKey', 'a point on no curve', { publicKey: '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}' }],
  ['publicKey', 'a shared secret', { publicKey: '{"kty":"oct","k":"AAAA"}' }],
  ['publicKey', 'a short RSA key', { publicKey: '{"kty":"RSA","n":"u1SU1LfVLPHCozMxH2Mo","e":"AQAB"}' }],
])('an error about %s: %s', async (field, _, input) => {
  const { client, errors } = await create({ name: 'x', role: 'PARTNER', ...input })
  expect(client).toBeNull()
  expect(errors).toMatchObject([{ code: 'INVALID_INPUT', field }])
})

test.each([
  [undefined, 'UNAUTHENTICATED'],
  [{ role: 'PARTNER' }, 'FORBIDDEN'],
  [{ role: 'RESEARCHER' }, 'FORBIDDEN'],
] as const)('%o may neither list clients nor change them', async (viewer: Viewer | undefined, code) => {
  const { id } = await newClient(database)
  const app = createApp(database, viewer && { viewer })
  for (const query of [
    '{ clients { nodes { id } } }',
    `mutation { createClient(input: { name: "x", role: PARTNER }) ${payload} }`,
    `mutation { replaceClientSecret(id: "${id}") ${payload} }`,
    `mutation { revokeClient(id: "${id}") ${payload} }`,
  ]) {
    const { errors } = await ask(app, query)
    expect(errors?.[0]?.extensions.code).toBe(code)
  }
  expect(await database.prisma.client.findUnique({ where: { id, revokedAt: null } })).not.toBeNull()
})
