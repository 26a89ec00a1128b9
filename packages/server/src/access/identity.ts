import type { Viewer } from '../context.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** Who asks, as what they brought proves. */
export interface Identity {
  readonly viewer: Viewer
  /** The OAuth client id, or the id of an account that signs in with a browser; undefined for everyone. */
  readonly account: string | undefined
}

/** Why somebody is not who they say, and what to do. */
export function unauthenticated(message: string, details: RequestError['details'] = {}): RequestError {
  return requestError('UNAUTHENTICATED', message, details)
}
