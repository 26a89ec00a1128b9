import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { readPublicKey } from './public-key.ts'

const rsa = (modulusLength: number, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'jwk' })

const good = rsa(2048)
const modulus = (bytes: number) => Buffer.alloc(bytes, 0xff).toString('base64url')

test.each<[string, object]>([
  ['2048 bits', good],
  ['8192 bits', { ...good, n: modulus(1024) }],
  ['another odd exponent', rsa(2048, 17)],
])('an RSA key is taken: %s', async (_, key) => {
  expect(await readPublicKey(JSON.stringify(key))).toMatchObject({ kty: 'RSA', alg: 'RS256' })
})

test.each<[string, object]>([
  ['1024 bits', rsa(1024)],
  [
    '2047 bits',
    { ...good, n: Buffer.concat([Buffer.from([0x7f]), Buffer.alloc(255, 0xff)]).toString('base64url') },
  ],
  [
    'zeros before it',
    { ...good, n: Buffer.concat([Buffer.alloc(128), Buffer.alloc(128, 0xff)]).toString('base64url') },
  ],
  ['8200 bits', { ...good, n: modulus(1025) }],
  ['60,000 characters', { ...good, n: 'z'.repeat(60_000) }],
  ['exponent 1', { ...good, e: 'AQ' }],
  ['exponent 3', { ...good, e: 'Aw' }],
  ['an even exponent', { ...good, e: 'AQAC' }],
  ['a long exponent', { ...good, e: modulus(64) }],
])('an RSA key is refused: %s', async (_, key) => {
  expect(await readPublicKey(JSON.stringify(key))).toMatch(/RSA key of 2048 to 8192 bits/)
})

test.each<[string, object]>([
  ['n', { ...good, n: { a: 1 } }],
  ['kid', { ...good, kid: '' }],
  ['kid', { ...good, kid: null }],
  ['kid', { ...good, kid: 5 }],
])('a key whose %s is no text is refused', async (_, key) => {
  expect(await readPublicKey(JSON.stringify(key))).toMatch(/texts/)
})

const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
const small = (first: number, rest: number, last: number) =>
  Buffer.from([first, ...Array(30).fill(rest), last]).toString('base64url')

test.each<[string, string]>([
  ['0', small(0, 0, 0)],
  ['1', small(1, 0, 0)],
  ['1, with a sign', small(1, 0, 0x80)],
  ['p - 1', small(0xec, 0xff, 0x7f)],
  ['p', small(0xed, 0xff, 0x7f)],
  ['p + 1', small(0xee, 0xff, 0xff)],
  [
    'order 8',
    Buffer.from('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', 'hex').toString(
      'base64url',
    ),
  ],
])('an Ed25519 key under which anybody signs is refused: %s', async (_, x) => {
  expect(await readPublicKey(JSON.stringify({ ...ed25519, x }))).toMatch(/weak/)
  expect(await readPublicKey(JSON.stringify(ed25519))).toMatchObject({ alg: 'EdDSA' })
})

test.each([
  '\0',
  '\ud800',
  'x'.repeat(201),
])('an id of a key that no database can keep is refused: %j', async (kid) => {
  expect(await readPublicKey(JSON.stringify({ ...ed25519, kid }))).toMatch(/kid/)
  expect(await readPublicKey(JSON.stringify({ ...ed25519, kid: 'own' }))).toMatchObject({ kid: 'own' })
})
