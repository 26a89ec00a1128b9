import type { RequestListener } from 'node:http'
import { sentAnswer } from './kept-answer.ts'
import type { RequestMetrics } from './metrics.ts'
import type { ResponseCache } from './response-cache.ts'

/** Answers of Node.js what is known, with the same headers and counted the same; and lets Yoga answer the rest. */
export function knownFirst(
  { find }: Pick<ResponseCache, 'find'>,
  { count }: Pick<RequestMetrics, 'count'>,
  yoga: RequestListener & Parameters<ResponseCache['find']>[1],
): RequestListener {
  return async (request, response) => {
    const began = performance.now()
    const known = await find(request, yoga).catch(() => undefined)
    if (known === undefined) return yoga(request, response)
    const { status, headers, body } = sentAnswer(request.headers['if-none-match'] ?? null, known)
    response.writeHead(status, headers).end(body)
    count('/graphql', status, began)
  }
}
