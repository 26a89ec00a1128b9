import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPair, SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { loggedLines } from '../testing/logged-lines.ts'
import { trustOutsideIssuer } from './trust-outside.ts'
import { verifyToken } from './verify-token.ts'

const trusted = trustOutsideIssuer({
  issuer: 'https://login.example.edu',
  audience: 'https://results.example/graphql',
  algorithms: ['ES256'],
  roles: [{ claim: ['role'], value: 'partner', role: 'PARTNER' }],
  organisation: ['org'],
})

test.each(['', 'a\0b', { a: 1 }, 7])('a token whose sub is %j names nobody', async (given) => {
  const sub = given as string
  expect(await trusted.identityOf({ sub, role: 'partner' })).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await trusted.identityOf({ sub: 'a', role: 'partner' })).toMatchObject({
    viewer: { role: 'PARTNER' },
  })
})

test.each([
  'Zorg Łódź',
  'org™',
  'a\nb',
  'a"b',
  'Org_A',
  '',
])('an organisation of no code is refused: %j', async (org) => {
  expect(await trusted.identityOf({ sub: 'a', role: 'partner', org })).toMatchObject({
    code: 'UNAUTHENTICATED',
    message: expect.stringContaining(JSON.stringify(org)),
  })
})

test.each([
  [503, '{}'],
  [200, '<html>'],
  [200, '{"keys": 1}'],
])('while the keys are answered %i %s a token is not called wrong, and the issuer is left alone', async (status, body) => {
  const lines = loggedLines()
  let asked = 0
  const server = createServer(({ url }, response) => {
    if (url !== '/keys') return response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }))
    asked++
    return response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('ES256')
  const token = await new SignJWT({ role: 'partner' })
    .setProtectedHeader({ alg: 'ES256', kid: 'a' })
    .setIssuer(issuer)
    .setAudience('here')
    .setSubject('a')
    .setExpirationTime('1m')
    .sign(privateKey)
  const roles = [{ claim: ['role'], value: 'partner', role: 'PARTNER' as const }]
  const outside = trustOutsideIssuer({ issuer, audience: 'here', algorithms: ['ES256'], roles })
  for (const _ of [1, 2, 3]) {
    expect(await verifyToken(`Bearer ${token}`, [outside])).toMatchObject({
      message: expect.stringContaining('cannot be verified now'),
      details: { errorId: expect.any(String) },
    })
  }
  expect(asked).toBe(1)
  expect(lines()).toHaveLength(3)
})
