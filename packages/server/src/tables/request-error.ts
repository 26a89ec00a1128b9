/** Why a table cannot be given: a code that a program can act on, and a sentence that a person can. */
export interface RequestError {
  readonly kind: 'error'
  readonly code:
    | 'UNKNOWN_WAVE'
    | 'UNKNOWN_VARIABLE'
    | 'BREAKDOWN_NOT_RELEASED'
    | 'INVALID_INPUT'
    | 'TOO_COSTLY'
    | 'UNAUTHENTICATED'
    | 'FORBIDDEN'
    | 'RATE_LIMITED'
  readonly message: string
  /** What else a program may want: close matches, what is released. */
  readonly details: Readonly<Record<string, unknown>>
}

/** Makes a request error. */
export function requestError(
  code: RequestError['code'],
  message: string,
  details: RequestError['details'] = {},
): RequestError {
  return { kind: 'error', code, message, details }
}
