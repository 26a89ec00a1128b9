import type { RequestContext } from '../context.ts'
import { askedOfEnough } from '../open-answers/asked-of-enough.ts'
import { requestFailure } from '../schema/request-failure.ts'
import type { Asker } from './asker.ts'
import { callerAddress } from './caller-address.ts'
import type { Identify } from './identify.ts'
import { knownReleases } from './known-waves.ts'

/** What is the same in every request. */
type Shared = Pick<RequestContext, 'prisma' | 'releases' | 'url' | 'ending' | 'rowsKeptDays'> & {
  readonly trustedProxies: number
}

/**
 * Gives each request its context.
 *
 * @throws Error, by the function that it gives, when an access token does not hold
 */
export function requestContexts(
  { releases, trustedProxies, ...shared }: Shared,
  identify: Identify,
): (asker: Asker) => Promise<RequestContext> {
  return async (asker) => {
    const identity = await identify(asker)
    if ('kind' in identity) throw requestFailure(identity)
    const { viewer, account } = identity
    const caller = { account, address: callerAddress(asker, trustedProxies) }
    const known = once(async () => knownReleases(viewer, await releases()))
    const isStillThem = async () => {
      // Asked anew: of one request it is known who asked.
      const now = await identify({ ...asker, request: {} })
      return !('kind' in now) && now.account === account && now.viewer.role === viewer.role
    }
    // By the whole release: to most viewers an organisation leads nowhere.
    const asked = once(async () => askedOfEnough(await releases()))
    return { ...shared, releases: known, askedOfEnough: asked, viewer, caller, isStillThem }
  }
}

/** Asks at the first call, and gives that answer from then on. */
function once<Answer>(ask: () => Answer): () => Answer {
  let answer: Answer | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
