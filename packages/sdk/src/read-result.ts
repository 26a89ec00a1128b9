import { answered } from './answered.ts'
import type { Discreet } from './discreet.ts'
import { errorOf, NetworkError } from './errors.ts'
import type { Reply } from './exchange.ts'
import { askedDelay } from './retry-delay.ts'

/** Statuses that tell enough, where what stands between answers in place of the service. */
const statusCodes: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
}

/**
 * The data of an answer.
 *
 * @param hide what messages leave out
 * @param hideSecrets what explanations leave out
 * @throws PeoError when it has an error, or is not an answer of GraphQL
 */
export function readResult(reply: Reply, where: string, hide: Discreet, hideSecrets = hide): unknown {
  const { status, headers, text } = reply
  const answer = answered(text)
  const error = answer?.errors[0]
  if (answer && error === undefined) return answer.data
  const { code = statusCodes[status], ...given } = error?.extensions ?? {}
  const delay = askedDelay(reply)
  const details = delay === undefined ? given : { retryAfter: Math.ceil(delay / 1000), ...given }
  const requestId = headers.get('x-request-id') ?? (given.errorId as string | undefined) ?? null
  if (code === undefined && error === undefined)
    throw new NetworkError({
      message: `${where} answered ${status}, but not as GraphQL.`,
      status,
      requestId,
    })
  const said = error?.message ?? `${where} answered ${status}.`
  const message = hide(said)
  throw errorOf(code, {
    message,
    explanation: hideSecrets(said),
    details,
    data: answer?.data,
    status,
    requestId,
  })
}
