import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { callerAddress } from '../access/caller-address.ts'
import type { Rates } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import type { RequestError } from '../tables/request-error.ts'
import { checkHost } from './check-host.ts'
import { errorBody, errorHeaders, tooManyRequests } from './error-answer.ts'
import { nodeAsker } from './identity.ts'
import { sentAnswer } from './kept-answer.ts'
import type { RequestMetrics } from './metrics.ts'
import { noteFailed } from './request-id.ts'
import { requestPath } from './request-path.ts'
import type { ResponseCache } from './response-cache.ts'

/** What Yoga's plugins do to every answer, for those that do not come by Yoga. */
interface EveryAnswer {
  readonly headers: Readonly<Record<string, string>>
  readonly rates: Pick<Rates, 'enter'>
  readonly trustedProxies: number
  readonly record: AuditLog['record']
}

/**
 * Refuses what is no request for this service; answers of Node.js what is known, with the same headers and counted the same; and
 * lets Yoga answer the rest.
 */
export function knownFirst(
  { find }: Pick<ResponseCache, 'find'>,
  { count }: Pick<RequestMetrics, 'count'>,
  { headers, rates, trustedProxies, record }: EveryAnswer,
  yoga: RequestListener & Parameters<ResponseCache['find']>[1],
): RequestListener {
  return async (request, response) => {
    const wrong = checkHost(request)
    if (wrong !== undefined) return void refuse(request, response, headers, wrong)
    const began = performance.now()
    const found = await find(request, yoga).catch(() => undefined)
    if (found === undefined) return yoga(request, response)
    const refused = rates.enter(callerAddress(nodeAsker(request), trustedProxies))
    if (refused === undefined) found.given()
    else record(nobody, refusalNotes(refused.code, '/graphql', 'http'))
    const answer =
      refused === undefined
        ? sentAnswer(request.headers['if-none-match'] ?? null, found.answer)
        : tooManyRequests(refused)
    response.writeHead(answer.status, { ...headers, ...answer.headers }).end(answer.body)
    count('/graphql', answer.status, began)
  }
}

function refuse(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  headers: EveryAnswer['headers'],
  { code, message, details }: RequestError,
): void {
  const path = requestPath(url.split('?', 1)[0]!)
  const id = path === undefined ? {} : { 'x-request-id': noteFailed(path, 400, [code]) }
  response
    .writeHead(400, { ...headers, ...errorHeaders(), ...id })
    .end(errorBody(message, { code, ...details }))
}
