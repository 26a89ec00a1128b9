/** Why a call failed: the service's own codes, and four of the client's. */
export type PeoErrorCode =
  | 'UNKNOWN_WAVE'
  | 'UNKNOWN_VARIABLE'
  | 'BREAKDOWN_NOT_RELEASED'
  | 'INVALID_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'TOO_COSTLY'
  | 'RATE_LIMITED'
  /** The document or its variables do not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The service failed in a way it did not foresee. */
  | 'INTERNAL_SERVER_ERROR'
  /** The service could not be reached, or answered something that is not GraphQL. */
  | 'NETWORK'
  /** A try took longer than the client's `timeout`. */
  | 'TIMEOUT'
  /** A list gave a page that it gave before. */
  | 'REPEATED_CURSOR'

/** What is known of a call that failed. */
export interface PeoFailure {
  readonly message: string
  /** All that the service said. Default: the message. */
  readonly explanation?: string
  /** What the service adds, such as close matches. Default: nothing. */
  readonly details?: Readonly<Record<string, unknown>>
  /** What the service answered all the same. Default: null. */
  readonly data?: unknown
  /** Default: null, where there was no answer. */
  readonly status?: number | null
  /** By which the service's log knows the call. Default: null. */
  readonly requestId?: string | null
  /** What it came of. Default: nothing. */
  readonly cause?: unknown
}

/**
 * A call that failed; each code has a class of its own. No message has a token in it, or what the call's variables say.
 * What was asked and answered is in `explanation`, `details` and `data` alone, which are not printed with the error.
 */
export abstract class PeoError extends Error {
  /** Why. */
  abstract readonly code: PeoErrorCode
  /** What you can do about it. */
  abstract readonly remedy: string
  /** HTTP status of the answer; null where there was none. */
  readonly status: number | null
  /** By which the service's log knows the call; null where it said none. */
  readonly requestId: string | null
  readonly #failure: PeoFailure

  constructor(failure: PeoFailure) {
    const { message, status = null, requestId = null, cause } = failure
    super(message, cause === undefined ? undefined : { cause })
    this.status = status
    this.requestId = requestId
    this.#failure = failure
  }

  /** What the service said, in full: for who asked, not for a log, as it may repeat what was asked. */
  get explanation(): string {
    return this.#failure.explanation ?? this.message
  }

  /** What the service adds, such as close matches. */
  get details(): Readonly<Record<string, unknown>> {
    return this.#failure.details ?? {}
  }

  /** The part of the result that the service could answer all the same; null where there is none. */
  get data(): unknown {
    return this.#failure.data ?? null
  }
}
