import { everyone } from '../context.ts'
import type { RequestError } from '../tables/request-error.ts'
import type { Asker } from './asker.ts'
import type { Identity } from './identity.ts'

/** Finds out who asks; of an access token that does not hold, why. */
export type Identify = (asker: Asker) => Identity | RequestError | Promise<Identity | RequestError>

const nobody: Identity = Object.freeze({ viewer: everyone, account: undefined })

/**
 * Finds out who asks, once per request: by the access token, or else by the browser's session. Who brings neither
 * costs nothing.
 */
export function identifier(
  byToken: (authorization: string, asker: Asker) => Promise<Identity | RequestError>,
  bySession: (asker: Asker) => Promise<Identity | undefined> | undefined,
): Identify {
  const known = new WeakMap<object, Promise<Identity | RequestError>>()
  return (asker) => {
    const found = known.get(asker.request)
    if (found !== undefined) return found
    const authorization = asker.headerOf('authorization')
    const identity =
      authorization === null ? bySession(asker)?.then((one) => one ?? nobody) : byToken(authorization, asker)
    if (identity === undefined) return nobody
    known.set(asker.request, identity)
    return identity
  }
}
