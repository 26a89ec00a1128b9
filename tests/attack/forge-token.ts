import { createHmac } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'

/** A token as an attacker writes it: any header, any claims. */
export interface Forged {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/** Signs with a private key. */
export async function signToken({ header, claims }: Forged, key: JWK): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(await importJWK(key, 'ES256'))
}

/** Signs with a shared secret, which an attacker takes to be whatever text the service may use. */
export function signWithSecret(forged: Forged, secret: string): string {
  const input = unsigned(forged)
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

/** Header and claims, without any signature. */
export function unsigned({ header, claims }: Forged): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
}
