import { decodeJwt } from 'jose'
import { networkOf } from './caller-address.ts'
import type { Count } from './minute-counts.ts'

/** A try to prove who one is: by an access token, by what a client gets one for, or by a link of staff. */
export interface Proof {
  readonly kind: keyof typeof kinds
  readonly address: string
  /** The client id that came with it, whether or not there is such a client. */
  readonly client?: string | undefined
}

const kinds = { token: 'access tokens', secret: 'secrets and keys of clients', link: 'sign-ins' }

/**
 * Proofs that may fail in a minute: from an address, and for one client from there. The second is less, so that a program
 * with an old secret does not keep others out at its address. Nobody at another address is kept out by either.
 */
const mayFail = { address: 60, client: 10 }

/** Under what a proof is counted that fails. */
export function failuresOf({ kind, address, client }: Proof): Count[] {
  const key = `failed ${kind} ${networkOf(address)}`
  const ofAddress: Count = { key, most: mayFail.address, of: 'address' }
  if (client === undefined) return [ofAddress]
  // Whatever was sent as an id: short, and of characters that a database takes.
  const name = JSON.stringify(client).slice(0, 100)
  return [{ key: `${key} ${name}`, most: mayFail.client, of: 'client' }, ofAddress]
}

/** Says that too many failed. */
export const tellFailures =
  ({ kind }: Proof) =>
  ({ most, of }: Count, seconds: number): string =>
    `More than ${most} ${kinds[kind]} from your address${of === 'client' ? ' for this client' : ''} failed in a minute. Ask again in ${seconds} s, with one that holds.`

/** The client id that a request for a token says it is of, not verified. */
export function claimedClient(authorization: string | undefined, body: Buffer): string | undefined {
  const [, basic] = /^Basic +(\S+)$/i.exec(authorization ?? '') ?? []
  if (basic !== undefined) return formDecoded(Buffer.from(basic, 'base64').toString().split(':')[0]!)
  const form = new URLSearchParams(body.toString())
  return form.get('client_id') ?? subjectOf(form.get('client_assertion') ?? '')
}

/** An id as it is written in Basic: encoded as in a form (RFC 6749, 2.3.1). */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function subjectOf(assertion: string): string | undefined {
  try {
    const { sub } = decodeJwt(assertion)
    return typeof sub === 'string' ? sub : undefined
  } catch {
    return undefined
  }
}
