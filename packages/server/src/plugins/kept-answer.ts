import { createHash } from 'node:crypto'
import { openHeaders } from './cors.ts'
import { matchesEtag } from './etag.ts'

/** An answer of GraphQL to keep. */
export interface KeptAnswer {
  readonly body: string
  /** What is sent with it: to POST, and to GET. */
  readonly postHeaders: Readonly<Record<string, string>>
  readonly getHeaders: Readonly<Record<string, string>>
}

/** An answer as it is sent. */
interface SentAnswer {
  readonly status: 200 | 304
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Makes an answer of a media type to keep. Its entity tag is a strong one, of body and media type. */
export function keptAnswer(body: string, type: string): KeptAnswer {
  const etag = `"${createHash('sha256').update(`${type}\n${body}`).digest('base64url')}"`
  const postHeaders = {
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    ...openHeaders,
  }
  return { body, postHeaders, getHeaders: { ...postHeaders, ...revalidated(etag) } }
}

/**
 * How a kept answer is sent; by GET with its entity tag, and without a body to those who have it.
 *
 * POST has neither: by RFC 9110 a 304 answers only GET and HEAD (15.4.5), and the tag in an answer to POST is that
 * of what was stored at the address (8.8). Who wants to ask whether a table changed asks by GET.
 */
export function sentAnswer(
  method: string | undefined,
  ifNoneMatch: string | null,
  { body, getHeaders, postHeaders }: KeptAnswer,
): SentAnswer {
  if (method !== 'GET') return { status: 200, headers: postHeaders, body }
  const { etag = '' } = getHeaders
  if (matchesEtag(ifNoneMatch, etag)) return { status: 304, headers: revalidated(etag), body: null }
  return { status: 200, headers: getHeaders, body }
}

const revalidated = (etag: string) => ({
  etag,
  'cache-control': 'public, no-cache',
  vary: 'accept',
  ...openHeaders,
})
