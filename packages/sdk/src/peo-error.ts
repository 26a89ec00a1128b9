/** Why a call failed: the service's own codes, and two of the client's. */
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
  /** The service could not be reached, or answered something that is not GraphQL. */
  | 'NETWORK'
  /** The service failed in a way it did not foresee. */
  | 'INTERNAL_SERVER_ERROR'

/** A call that failed. `code` says why; `details` holds what the service adds, such as close matches. */
export class PeoError extends Error {
  override readonly name = 'PeoError'
  readonly code: PeoErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: PeoErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

const known: readonly string[] = [
  'UNKNOWN_WAVE',
  'UNKNOWN_VARIABLE',
  'BREAKDOWN_NOT_RELEASED',
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'GRAPHQL_VALIDATION_FAILED',
] satisfies PeoErrorCode[]

/** The code of an error in an answer; `INTERNAL_SERVER_ERROR` where it is none of the contract's. */
export function errorCode(code: unknown): PeoErrorCode {
  if (code === 'GRAPHQL_PARSE_FAILED' || code === 'BAD_USER_INPUT') return 'GRAPHQL_VALIDATION_FAILED'
  return known.includes(String(code)) ? (code as PeoErrorCode) : 'INTERNAL_SERVER_ERROR'
}
