import { createHash } from 'node:crypto'
import type { AuditNote } from '../audit/audit-note.ts'
import { openHeaders } from './cors.ts'
import { matchesEtag } from './etag.ts'
import { keepers, unkept, varying } from './keepers.ts'

/** An answer of GraphQL to keep, for one method. */
export interface KeptAnswer {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Null for POST. */
  readonly etag: string | null
  /** What the audit log is told whenever it is given. */
  readonly notes: readonly AuditNote[]
}

/** An answer as it is sent. */
interface SentAnswer {
  readonly status: 200 | 304
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/**
 * Makes an answer of a media type to keep. To GET it has an entity tag, a strong one of body and media type.
 *
 * To POST it has none: by RFC 9110 a 304 answers only GET and HEAD (15.4.5), and the tag in an answer to POST is that
 * of what was stored at the address (8.8). Who wants to ask whether a table changed asks by GET.
 */
export function keptAnswer(
  { viewer }: { readonly viewer: object },
  method: string,
  body: string,
  type: string,
  notes: readonly AuditNote[],
): KeptAnswer {
  const headers = {
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    ...openHeaders,
  }
  if (method !== 'GET') {
    const caching = keepers(viewer) === 'public' ? {} : { 'cache-control': unkept, vary: varying }
    return { body, headers: { ...headers, ...caching }, etag: null, notes }
  }
  const etag = `"${createHash('sha256').update(`${type}\n${body}`).digest('base64url')}"`
  const caching = {
    etag,
    'cache-control': `${keepers(viewer)}, no-cache`,
    vary: varying,
  }
  return { body, headers: { ...headers, ...caching }, etag, notes }
}

/** How a kept answer is sent: without a body to those who have it. */
export function sentAnswer(ifNoneMatch: string | null, { body, headers, etag }: KeptAnswer): SentAnswer {
  if (etag === null || !matchesEtag(ifNoneMatch, etag)) return { status: 200, headers, body }
  const { 'content-type': _, 'content-length': __, ...caching } = headers
  return { status: 304, headers: caching, body: null }
}
