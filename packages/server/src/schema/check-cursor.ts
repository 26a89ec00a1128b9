import { requestError } from '../tables/request-error.ts'
import { requestFailure } from './request-failure.ts'

/** The places in a list that `resolveOffsetConnection` writes in its cursors. */
const offset = /^OffsetConnection:\d{1,9}$/

/** Refuses cursors that no page of a list by offset gave. */
export function checkCursors(args: {
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
}): void {
  for (const [argument, cursor] of Object.entries({ after: args.after, before: args.before })) {
    if (cursor == null || offset.test(Buffer.from(cursor, 'base64').toString())) continue
    const message = `"${cursor.slice(0, 100)}" is no cursor of this list; take one from pageInfo or an edge of an earlier page.`
    throw requestFailure(requestError('INVALID_INPUT', message, { argument }))
  }
}
