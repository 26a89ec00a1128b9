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

/** Nobody reads more of what they sent themselves. */
const longest = { message: 2000, detail: 500 }

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text)

/** Makes a request error. Of long texts it tells the beginning. */
export function requestError(
  code: RequestError['code'],
  message: string,
  details: RequestError['details'] = {},
): RequestError {
  const short = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? cut(value, longest.detail) : value,
  ])
  return { kind: 'error', code, message: cut(message, longest.message), details: Object.fromEntries(short) }
}
