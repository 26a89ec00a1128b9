import { importJWK, type JWK } from 'jose'

/** The algorithm that a client's key signs with. */
function algorithmOf({ kty, crv }: JWK): string | undefined {
  if (kty === 'RSA') return 'RS256'
  if (kty === 'EC' && crv === 'P-256') return 'ES256'
  return kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : undefined
}

/** Reads the public key of a client, a JSON Web Key; else says, as a sentence, what is wrong with it. */
export async function readPublicKey(text: string): Promise<JWK | string> {
  const wayOut =
    'Give the public part of an EC key on P-256, an Ed25519 key, or an RSA key of 2048 bits or more.'
  const key = readJson(text)
  if (typeof key !== 'object' || key === null) return `The public key is no JSON Web Key. ${wayOut}`
  const { kty, crv, x, y, n, e, kid } = key as JWK
  if ('d' in key || 'k' in key) {
    return `The key has a private part, which nobody else may see: make a new pair. ${wayOut}`
  }
  const alg = algorithmOf(key)
  if (alg === undefined) return `The public key is of a kind that is not taken here. ${wayOut}`
  const parts = { kty, crv, x, y, n, e, kid, alg, use: 'sig' }
  const read = JSON.parse(JSON.stringify(parts)) as JWK
  const isLong = kty !== 'RSA' || Buffer.from(n ?? '', 'base64url').length >= 256
  const holds = await importJWK(read, alg).then(
    () => isLong,
    () => false,
  )
  return holds ? read : `The public key cannot be read, or is too short. ${wayOut}`
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
