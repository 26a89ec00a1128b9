import { createHash } from 'node:crypto'
import type { FetchAPI } from 'graphql-yoga'
import { matchesEtag } from './etag.ts'

/** An answer of GraphQL as it is sent. */
export interface KeptAnswer {
  readonly body: string
  /** Its media type. */
  readonly type: string
  readonly etag: string
}

/** Makes an answer to keep. Its entity tag is a strong one, of body and media type. */
export function keptAnswer(body: string, type: string): KeptAnswer {
  const digest = createHash('sha256').update(`${type}\n${body}`).digest('base64url')
  return { body, type, etag: `"${digest}"` }
}

/**
 * Sends a kept answer; by GET with its entity tag, and without a body to those who have it.
 *
 * POST has neither: by RFC 9110 a 304 answers only GET and HEAD (15.4.5), and the tag in an answer to POST is that
 * of what was stored at the address (8.8). Who wants to ask whether a table changed asks by GET.
 */
export function respond(request: Request, { body, type, etag }: KeptAnswer, fetchAPI: FetchAPI): Response {
  if (request.method !== 'GET') return new fetchAPI.Response(body, { headers: { 'content-type': type } })
  const headers = { etag, 'cache-control': 'public, no-cache', vary: 'accept' }
  return matchesEtag(request.headers.get('if-none-match'), etag)
    ? new fetchAPI.Response(null, { status: 304, headers })
    : new fetchAPI.Response(body, { headers: { 'content-type': type, ...headers } })
}
