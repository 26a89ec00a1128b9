import { importJWK, type JWK } from 'jose'
import { isStorable } from '../database/storable.ts'

/** The algorithm that a client's key signs with. */
function algorithmOf({ kty, crv }: JWK): string | undefined {
  if (kty === 'RSA') return 'RS256'
  if (kty === 'EC' && crv === 'P-256') return 'ES256'
  return kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : undefined
}

/** Reads the public key of a client, a JSON Web Key; else says, as a sentence, what is wrong with it. */
export async function readPublicKey(text: string): Promise<JWK | string> {
  const wayOut =
    'Give the public part of an EC key on P-256, an Ed25519 key, or an RSA key of 2048 to 8192 bits with the exponent 65537 or another odd one above 3.'
  const key = readJson(text)
  if (typeof key !== 'object' || key === null) return `The public key is no JSON Web Key. ${wayOut}`
  const { kty, crv, x, y, n, e, kid } = key as JWK
  if ('d' in key || 'k' in key) {
    return `The key has a private part, which nobody else may see: make a new pair. ${wayOut}`
  }
  const alg = algorithmOf(key)
  if (alg === undefined) return `The public key is of a kind that is not taken here. ${wayOut}`
  const parts = { kty, crv, x, y, n, e, kid, alg, use: 'sig' }
  if (
    !Object.values(parts).every((part) => part === undefined || (typeof part === 'string' && part !== ''))
  ) {
    return `The members of the public key are texts, and one of these is none, or empty. ${wayOut}`
  }
  if (kid !== undefined && (kid.length > longestId || !isStorable(kid))) {
    return `The id of the public key (kid) has up to ${longestId} characters that can be written. ${wayOut}`
  }
  const read = JSON.parse(JSON.stringify(parts)) as JWK
  const isSound = { RSA: isSoundRsa, OKP: isSoundPoint, EC: () => true }[kty as 'RSA' | 'OKP' | 'EC']
  const holds = await importJWK(read, alg).then(
    () => isSound(read),
    () => false,
  )
  return holds ? read : `The public key cannot be read, or is too short, too long or weak. ${wayOut}`
}

const longestId = 200

/**
 * The points of Ed25519 under which anybody signs, those of small order, without the bit of their sign.
 *
 * Source: `ge25519_has_small_order` of libsodium.
 */
const smallPoints = [
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ...['ec', 'ed', 'ee'].map((first) => `${first}${'ff'.repeat(30)}7f`),
]

function isSoundPoint({ x = '' }: JWK): boolean {
  const point = Buffer.from(x, 'base64url')
  if (point.length !== 32) return false
  point[31]! &= 0x7f
  return !smallPoints.includes(point.toString('hex'))
}

/** With an exponent of 1, anybody signs; a longer modulus or exponent takes long to verify with. */
function isSoundRsa({ n = '', e = '' }: JWK): boolean {
  const [modulus, exponent] = [numberOf(n), numberOf(e)]
  const bits = modulus.toString(2).length
  return bits >= 2048 && bits <= 8192 && exponent > 3n && exponent < 2n ** 32n && exponent % 2n === 1n
}

/** A number of so many digits that it is too long in any case counts as 0. */
function numberOf(text: string): bigint {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return hex === '' || hex.length > 4096 ? 0n : BigInt(`0x${hex}`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
