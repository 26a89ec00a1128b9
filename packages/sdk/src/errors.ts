import { PeoError, type PeoFailure } from './peo-error.ts'

/** There is no published wave of that code for you. */
export class UnknownWaveError extends PeoError {
  override readonly name = 'UnknownWaveError'
  readonly code = 'UNKNOWN_WAVE'
  readonly remedy = 'Take one that waves() lists.'
}

/** There is no variable of that code for you. */
export class UnknownVariableError extends PeoError {
  override readonly name = 'UnknownVariableError'
  readonly code = 'UNKNOWN_VARIABLE'
  readonly remedy = 'Take one that variables() lists.'

  /** Codes much like it, the closest first. */
  get suggestions(): readonly string[] {
    return (this.details.suggestions ?? []) as readonly string[]
  }
}

/** The wave releases no table of these variables. */
export class BreakdownNotReleasedError extends PeoError {
  override readonly name = 'BreakdownNotReleasedError'
  readonly code = 'BREAKDOWN_NOT_RELEASED'
  readonly remedy = 'Take one that waves() lists.'
}

/** An argument is not what it may be. */
export class InvalidInputError extends PeoError {
  override readonly name = 'InvalidInputError'
  readonly code = 'INVALID_INPUT'
  readonly remedy = 'Change what the message names.'
}

/** Nobody without a good token may ask this. */
export class UnauthenticatedError extends PeoError {
  override readonly name = 'UnauthenticatedError'
  readonly code = 'UNAUTHENTICATED'
  readonly remedy = 'Give credentials that hold.'
}

/** You may not see or do this. */
export class ForbiddenError extends PeoError {
  override readonly name = 'ForbiddenError'
  readonly code = 'FORBIDDEN'
  readonly remedy = 'Ask staff for a client that may.'
}

/** More than the service does at once. */
export class TooCostlyError extends PeoError {
  override readonly name = 'TooCostlyError'
  readonly code = 'TOO_COSTLY'
  readonly remedy = 'Ask for less at once.'
}

/** You asked more than you may in a minute, also after the client waited and tried again. */
export class RateLimitedError extends PeoError {
  override readonly name = 'RateLimitedError'
  readonly code = 'RATE_LIMITED'
  readonly remedy = 'Try later; retryAfter tells when.'

  /** Seconds to wait; null where the service said none. */
  get retryAfter(): number | null {
    return typeof this.details.retryAfter === 'number' ? this.details.retryAfter : null
  }
}

/** The document or its variables do not fit the schema. */
export class GraphqlValidationFailedError extends PeoError {
  override readonly name = 'GraphqlValidationFailedError'
  readonly code = 'GRAPHQL_VALIDATION_FAILED'
  readonly remedy = 'Compare it with the schema.'
}

/** The service failed in a way it did not foresee. */
export class InternalServerError extends PeoError {
  override readonly name = 'InternalServerError'
  readonly code = 'INTERNAL_SERVER_ERROR'
  readonly remedy = 'Try later, or tell staff.'
}

/** The service could not be reached, or answered something that is not GraphQL. */
export class NetworkError extends PeoError {
  override readonly name = 'NetworkError'
  readonly code = 'NETWORK'
  readonly remedy = 'See whether the service runs at the url.'
}

/** A try took longer than the client's `timeout`, its body included. */
export class TimeoutError extends PeoError {
  override readonly name = 'TimeoutError'
  readonly code = 'TIMEOUT'
  readonly remedy = 'Try later, or give a longer timeout.'
}

/** A list gave a page that it gave before, and would never end. */
export class RepeatedCursorError extends PeoError {
  override readonly name = 'RepeatedCursorError'
  readonly code = 'REPEATED_CURSOR'
  readonly remedy = 'Tell staff.'
}

/** Every error of a call: its `code` tells which. */
export type AnyPeoError =
  | UnknownWaveError
  | UnknownVariableError
  | BreakdownNotReleasedError
  | InvalidInputError
  | UnauthenticatedError
  | ForbiddenError
  | TooCostlyError
  | RateLimitedError
  | GraphqlValidationFailedError
  | InternalServerError
  | NetworkError
  | TimeoutError
  | RepeatedCursorError

const answered = new Map<unknown, new (failure: PeoFailure) => AnyPeoError>([
  ['UNKNOWN_WAVE', UnknownWaveError],
  ['UNKNOWN_VARIABLE', UnknownVariableError],
  ['BREAKDOWN_NOT_RELEASED', BreakdownNotReleasedError],
  ['INVALID_INPUT', InvalidInputError],
  ['UNAUTHENTICATED', UnauthenticatedError],
  ['FORBIDDEN', ForbiddenError],
  ['TOO_COSTLY', TooCostlyError],
  ['RATE_LIMITED', RateLimitedError],
  ['GRAPHQL_VALIDATION_FAILED', GraphqlValidationFailedError],
  ['GRAPHQL_PARSE_FAILED', GraphqlValidationFailedError],
  ['BAD_USER_INPUT', GraphqlValidationFailedError],
])

/** The error of a code that the service answered; `InternalServerError` where it is none of the contract's. */
export function errorOf(code: unknown, failure: PeoFailure): AnyPeoError {
  return new (answered.get(code) ?? InternalServerError)(failure)
}

/** Whether something thrown is the error of a call; `code` then tells which. */
export function isPeoError(error: unknown): error is AnyPeoError {
  return error instanceof PeoError
}
