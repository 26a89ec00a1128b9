import { answered } from './answered.ts'
import { discreet } from './discreet.ts'
import { errorOf, NetworkError } from './errors.ts'
import type { Reply } from './exchange.ts'

/** Statuses that tell enough, where what stands between answers in place of the service. */
const statusCodes: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
}

/** Codes whose messages name a wave or variable, which helps who mistyped one. */
const aboutCodes: readonly unknown[] = ['UNKNOWN_WAVE', 'UNKNOWN_VARIABLE', 'BREAKDOWN_NOT_RELEASED']

/**
 * The data of an answer.
 *
 * @throws PeoError when it has an error, or is not an answer of GraphQL
 */
export function readResult(
  { status, headers, text }: Reply,
  where: string,
  secrets: readonly string[],
  variables: object,
): unknown {
  const answer = answered(text)
  const [error] = answer?.errors ?? []
  if (answer !== undefined && error === undefined) return answer.data
  const { code = statusCodes[status], ...given } = error?.extensions ?? {}
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10)
  const details = seconds >= 0 ? { retryAfter: seconds, ...given } : given
  const requestId = headers.get('x-request-id') ?? (given.errorId as string | undefined) ?? null
  if (code === undefined && error === undefined)
    throw new NetworkError({
      message: `${where} answered ${status}, but not as GraphQL; is it the right address?`,
      status,
      requestId,
    })
  const hide = discreet(secrets, variables, aboutCodes.includes(code))
  const message = hide(error?.message ?? `${where} answered ${status}.`)
  throw errorOf(code, { message, details, data: answer?.data ?? null, status, requestId })
}
