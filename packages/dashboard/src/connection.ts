import { isPeoError, PeoClient, type RetryNotice } from '@peo/sdk'
import type { Viewer } from './views/view.ts'

/** How the page reads: by a client of the service, and as whom. Nothing of it is kept outside of memory. */
export interface Connection {
  readonly peo: PeoClient
  readonly viewer?: Viewer
  /** Reads as a client of a partner from then on. @throws PeoError when the id or the secret does not hold */
  readonly signIn: (clientId: string, clientSecret: string) => Promise<Connection>
}

/** Sends no cookie: who is signed in at the service sees no more here, and a wrong secret opens no window of the browser. */
const withoutCookies: typeof fetch = (input, init) => fetch(input, { ...init, credentials: 'omit' })

/**
 * Reads what everyone may see.
 *
 * @param onRetry is told that the service is busy, or away, and how long the client waits
 */
export function connect(service: string, onRetry: (notice: RetryNotice) => void): Connection {
  const url = `${service}/graphql`
  const signIn = async (clientId: string, clientSecret: string): Promise<Connection> => {
    const peo = new PeoClient({ url, clientId, clientSecret, fetch: withoutCookies, onRetry })
    const { viewer } = (await peo.query('{ viewer { name organisation } }')) as { viewer: Viewer }
    return { peo, viewer, signIn }
  }
  return { peo: new PeoClient({ url, fetch: withoutCookies, onRetry }), signIn }
}

/** Whether the service takes a sign-in no longer, or did not. */
export const isSignedOut = (error: unknown): boolean => isPeoError(error) && error.code === 'UNAUTHENTICATED'
