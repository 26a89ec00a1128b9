import { isPeoError, PeoClient, type PeoClientOptions, type RetryNotice } from '@peo/sdk'
import type { Viewer } from './views/view.ts'

/** How the page reads: by a client of the service, and as whom. Nothing of it is kept outside of memory. */
export interface Connection {
  readonly peo: PeoClient
  readonly viewer?: Viewer
  /** Reads as a client of a partner from then on. @throws PeoError when the id or the secret does not hold */
  readonly signIn: (clientId: string, clientSecret: string) => Promise<Connection>
  /** Reads no more: what is on its way fails, and is not asked again. */
  readonly end: () => void
}

/**
 * Reads what everyone may see.
 *
 * @param onRetry is told that the service is busy, or away, and how long the client waits
 */
export function connect(service: string, onRetry: (notice: RetryNotice) => void): Connection {
  const reading = (credentials: Pick<PeoClientOptions, 'clientId' | 'clientSecret'> = {}) => {
    const ended = new AbortController()
    const fetch = withoutCookies(ended.signal)
    const peo = new PeoClient({ url: `${service}/graphql`, ...credentials, fetch, onRetry })
    return { peo, signIn, end: () => ended.abort() }
  }
  const signIn = async (clientId: string, clientSecret: string): Promise<Connection> => {
    const connection = reading({ clientId, clientSecret })
    const { viewer } = (await connection.peo.query('{ viewer { name organisation } }')) as { viewer: Viewer }
    return { ...connection, viewer }
  }
  return reading()
}

/** Sends no cookie: who is signed in at the service sees no more here, and a wrong secret opens no window of the browser. */
const withoutCookies =
  (ended: AbortSignal): typeof fetch =>
  async (input, init) => {
    ended.throwIfAborted()
    const response = await fetch(input, { ...init, credentials: 'omit' })
    ended.throwIfAborted()
    return response
  }

/** Whether the service takes a sign-in no longer, or did not. */
export const isSignedOut = (error: unknown): boolean => isPeoError(error) && error.code === 'UNAUTHENTICATED'
