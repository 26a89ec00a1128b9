import type { DeprecationNotice, RequestNotice, RetryNotice } from './notices.ts'

/** How to reach the service, and as whom. Give a client's id and secret, or a token, or neither. */
export interface PeoClientOptions {
  /** Address of the service, such as `http://localhost:4000`, or of its GraphQL endpoint. */
  readonly url: string
  /** Id of the client that staff made for you; goes with `clientSecret`. Default: none, everyone's results. */
  readonly clientId?: string
  /** Secret of that client. Tokens are asked with it, and renewed before they expire. Default: none. */
  readonly clientSecret?: string
  /** An access token, or what gets one; it is asked again when the service refuses its token. Default: none. */
  readonly token?: string | (() => string | Promise<string>)
  /** Sends the requests. Default: the `fetch` of the platform. */
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds that a try may take, its body included; one that timed out is not tried again. Default: 30,000. */
  readonly timeout?: number
  /** How often a call is tried again at most. Default: 3. */
  readonly retries?: number
  /** Told before each try; may add to its headers. Default: none. */
  readonly onRequest?: (notice: RequestNotice) => void
  /** Told before the client waits and tries again. Default: none. */
  readonly onRetry?: (notice: RetryNotice) => void
  /** Told when the service says that what was asked will go away. Default: none. */
  readonly onDeprecation?: (notice: DeprecationNotice) => void
}

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call early, also while it waits for its next try. Default: none. */
  readonly signal?: AbortSignal
  /**
   * Names a mutation, so that it may be tried again and is done once: a random UUID such as `crypto.randomUUID()` makes,
   * a new one for each mutation. Default: none, and mutations are tried once.
   */
  readonly idempotencyKey?: string
}
