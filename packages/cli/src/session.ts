import { CommandError, exitCodeOfStatus, exitCodes } from './exit-codes.ts'
import { away, patience } from './open-address.ts'

/** A sign-in that the service keeps, as the cookie that tells it, and the service. */
export interface Session {
  readonly url: string
  readonly session: string
}

/** More than the service and its issuer send a browser to and fro. */
const mostSteps = 10

/** The status with which the service refuses a link. */
const gone = 410

/** Whether somebody gave the link that staff sign in with. */
export const isSignInLink = (text: string): boolean =>
  URL.canParse(text) && new URL(text).pathname === '/sign-in-link'

/**
 * Signs in with a link that works once, going through what a browser goes through.
 *
 * @throws CommandError when the link does not hold, or the service is not there
 */
export async function openSession(link: string): Promise<Session> {
  const { origin: url, searchParams } = new URL(link)
  const cookies = new Map<string, string>()
  const ask = async (address: URL, init: RequestInit = {}) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { origin: url, ...(cookie !== '' && { cookie }) }
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(address, { ...init, headers, signal, redirect: 'manual' }).catch(() => {
      throw away({ url })
    })
    for (const set of answer.headers.getSetCookie()) keep(cookies, set)
    return answer
  }
  const form = new URLSearchParams({ t: searchParams.get('t') ?? '' })
  let answer = await ask(new URL('/sign-in-link', url), { method: 'POST', body: form })
  for (let step = 0; step < mostSteps; step++) {
    const session = [...cookies].find(([name]) => name.endsWith('peo-session'))
    if (session !== undefined) return { url, session: session.join('=') }
    const location = answer.headers.get('location') ?? ''
    if (answer.status !== 303 || !URL.canParse(location, answer.url)) break
    const next = new URL(location, answer.url)
    if (next.origin !== url) break
    answer = await ask(next)
  }
  if (answer.status === gone)
    throw new CommandError(
      exitCodes.access,
      `${url} takes this link no longer: it was used already, or is older than a day. Ask staff for a new one.`,
    )
  throw new CommandError(
    exitCodeOfStatus(answer.status),
    `${url} answered ${answer.status}, and signed nobody in.`,
  )
}

/** Ends a session, so that nobody can use it any more. */
export async function closeSession(session: Session): Promise<void> {
  const address = new URL('/auth/sign-out', session.url)
  const signal = AbortSignal.timeout(patience)
  const answer = await asSession(session)(address, { method: 'POST', redirect: 'manual', signal }).catch(
    () => undefined,
  )
  if (answer?.status === 303) return
  throw new CommandError(
    exitCodes.later,
    `The login is forgotten here, but ${session.url} could not be told; there it ends within 14 days.`,
  )
}

/** Asks the service as a page of its own does for whom the session was opened. */
export function asSession({ url, session }: Session): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', session)
    headers.set('origin', new URL(url).origin)
    return fetch(input, { ...init, headers })
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
  if (name === undefined || value === undefined) return
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}
