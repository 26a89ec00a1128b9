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
