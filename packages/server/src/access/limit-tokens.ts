import type { RequestError } from '../tables/request-error.ts'
import type { Asker } from './asker.ts'
import { callerAddress } from './caller-address.ts'
import type { Identity } from './identity.ts'
import type { Rates } from './rates.ts'

type Verify = (authorization: string) => Promise<Identity | RequestError>

/** Verifies access tokens, but none from an address that sent too many of late that do not hold. */
export function limitTokens(
  { mayProve, failed }: Pick<Rates, 'mayProve' | 'failed'>,
  trustedProxies: number,
  verify: Verify,
): (authorization: string, asker: Asker) => ReturnType<Verify> {
  return async (authorization, asker) => {
    const proof = { kind: 'token', address: callerAddress(asker, trustedProxies) } as const
    const refused = mayProve(proof)
    if (refused !== undefined) return refused
    const identity = await verify(authorization)
    // What the log has was not the token's fault.
    if ('kind' in identity && identity.details.errorId === undefined) failed(proof)
    return identity
  }
}
