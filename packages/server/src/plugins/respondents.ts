import type { ServerResponse } from 'node:http'
import { respondentsCsv, respondentsCsvHeader } from '@peo/formats'
import type { Plugin } from 'graphql-yoga'
import { answerReaders, refuseReader } from '../access/may-read.ts'
import type { Rates } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { noteAsked, notesOf } from '../audit/audit-note.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import type { RequestContext } from '../context.ts'
import { findAnonymousFile, readAnonymousRows } from '../release/read-anonymous-file.ts'
import { findReleases } from '../tables/check-request.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import type { ContextOf } from './answer-cache.ts'
import { errorBody, errorHeaders, tooManyRequests } from './error-answer.ts'
import { askerOf } from './identity.ts'
import { unexpected } from './print-table.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

const route = /^\/waves\/([^/]+)\/respondents\.csv$/

/** Rows read at a time: some 30 ms of work, and not more in memory however long the file. */
const rowsAtOnce = 2000

const statuses: Partial<Record<RequestError['code'], number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 }

/** What no one but this reader may keep. */
const unkept = { 'cache-control': 'private, no-store' }

/** Serves the anonymised answers of a wave as CSV to researchers and staff, at `/waves/<code>/respondents.csv`. */
export function useRespondents(
  contextOf: ContextOf,
  { charge }: Pick<Rates, 'charge'>,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      const [, wave] = route.exec(url.pathname) ?? []
      if (wave === undefined) return
      const respond = (body: BodyInit | null, status: number, headers: Record<string, string>) =>
        endResponse(new fetchAPI.Response(request.method === 'HEAD' ? null : body, { status, headers }))
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return respond(null, 405, { allow: 'GET, HEAD' })
      }
      const context = await contextOf(askerOf(request.headers, serverContext))
      const lines = await findLines(context, wave, charge).catch(unexpected)
      if ('status' in lines) return respond(lines.body, lines.status, unkept)
      if ('kind' in lines) {
        const { code, message, details } = lines
        record(context, refusalNotes(code, url.pathname, 'csv', { waves: [wave.slice(0, 100)], asked: {} }))
        const { status, headers, body } =
          code === 'RATE_LIMITED'
            ? tooManyRequests(lines)
            : {
                status: statuses[code] ?? 404,
                headers: errorHeaders(),
                body: errorBody(message, { code, ...details }),
              }
        return respond(body, status, { ...headers, ...unkept })
      }
      record(context, notesOf(context))
      const { res } = serverContext as { readonly res?: ServerResponse }
      respond(streamOf(lines, res), 200, {
        ...unkept,
        'content-type': 'text/csv; charset=utf-8; header=present',
      })
    },
  }
}

async function findLines(
  context: RequestContext,
  wave: string,
  charge: Rates['charge'],
): Promise<AsyncGenerator<string> | RequestError> {
  const { prisma, releases, viewer, caller } = context
  const refusal = charge(caller, 0) ?? refuseReader(viewer, answerReaders, `/waves/${wave}/respondents.csv`)
  if (refusal !== undefined) return refusal
  const found = findReleases(await releases(), [wave])
  if ('kind' in found) return found
  const { digest } = found[0]!
  const file = await findAnonymousFile(prisma, digest)
  if (file === undefined) {
    const message = `The release of ${wave} has no anonymised answers: too few answered for any. Ask its tables instead.`
    return requestError('UNKNOWN_WAVE', message, { wave })
  }
  // The request itself is counted already.
  const refused = charge(caller, file.respondents - 1)
  if (refused !== undefined) return refused
  noteAsked(context, {
    ...{ action: 'FILE', subject: 'respondents', waves: [wave], asked: {}, format: 'csv' },
    digests: [digest],
  })
  return (async function* () {
    yield respondentsCsvHeader(file.variables)
    for (let offset = 0; offset < file.respondents; offset += rowsAtOnce) {
      yield respondentsCsv(await readAnonymousRows(prisma, digest, offset, rowsAtOnce), file.variables)
    }
  })()
}

/**
 * Reads on only when what was read is sent. Where that fails, the file breaks off so that it does not look whole: over a
 * stream's error, which nobody listens to, Node.js would end the process.
 */
function streamOf(lines: AsyncGenerator<string>, response?: ServerResponse): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await lines.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        const { message } = unexpectedFailure(error)
        if (response === undefined) return controller.error(new Error(message))
        response.destroy()
        controller.close()
      }
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
