import type { ServerResponse } from 'node:http'
import type { FileChunks } from '@peo/formats'
import type { Plugin } from 'graphql-yoga'
import { answerReaders, refuseReader } from '../access/may-read.ts'
import type { Rates } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { noteAsked, notesOf } from '../audit/audit-note.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import type { RequestContext } from '../context.ts'
import { describeAnswers } from '../release/describe-answers.ts'
import { findAnonymousFile, readAnonymousRows, shownNumbers } from '../release/read-anonymous-file.ts'
import { findReleases } from '../tables/check-request.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import type { ContextOf } from './answer-cache.ts'
import { errorBody, errorHeaders, tooManyRequests } from './error-answer.ts'
import { askerOf } from './identity.ts'
import { unexpected } from './print-table.ts'
import { type RespondentExtension, respondentFormats } from './respondent-formats.ts'
import { readRespondentQuery } from './respondent-query.ts'
import { streamOf } from './stream-file.ts'

const extensions = Object.keys(respondentFormats).map((extension) => extension.replaceAll('.', '\\.'))

const route = new RegExp(`^/waves/([^/]+)/respondents\\.(${extensions.join('|')})$`)

/** Rows read at a time: some 30 ms of work, and not more in memory however long the file. */
const rowsAtOnce = 2000

const statuses: Partial<Record<RequestError['code'], number>> = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
}

/** What no one but this reader may keep. */
const unkept = { 'cache-control': 'private, no-store' }

/** Serves the anonymised answers of a wave to researchers and staff, at `/waves/<code>/respondents.*`. */
export function useRespondents(
  contextOf: ContextOf,
  { charge }: Pick<Rates, 'charge'>,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      const [, wave, extension] = route.exec(url.pathname) ?? []
      if (wave === undefined) return
      const respond = (body: BodyInit | null, status: number, headers: Record<string, string>) =>
        endResponse(new fetchAPI.Response(request.method === 'HEAD' ? null : body, { status, headers }))
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return respond(null, 405, { allow: 'GET, HEAD' })
      }
      const context = await contextOf(askerOf(request.headers, serverContext))
      const asked = { wave, extension: extension as RespondentExtension, url }
      const file = await findFile(context, asked, charge).catch(unexpected)
      if ('status' in file) return respond(file.body, file.status, unkept)
      if ('kind' in file) {
        const ofWave = { waves: [wave.slice(0, 100)], asked: {} }
        record(context, refusalNotes(file.code, url.pathname, asked.extension, ofWave))
        const { status, headers, body } = refused(file)
        return respond(body, status, { ...headers, ...unkept })
      }
      record(context, notesOf(context))
      const { res } = serverContext as { readonly res?: ServerResponse }
      respond(streamOf(file, res), 200, {
        ...unkept,
        'content-type': respondentFormats[asked.extension].type,
        'content-disposition': `attachment; filename="${wave}-respondents.${asked.extension}"`,
      })
    },
  }
}

function refused(error: RequestError) {
  const { code, message, details } = error
  if (code === 'RATE_LIMITED') return tooManyRequests(error)
  return {
    status: statuses[code] ?? 404,
    headers: errorHeaders(),
    body: errorBody(message, { code, ...details }),
  }
}

interface AskedFile {
  readonly wave: string
  readonly extension: RespondentExtension
  readonly url: URL
}

async function findFile(
  context: RequestContext,
  { wave, extension, url }: AskedFile,
  charge: Rates['charge'],
): Promise<FileChunks | RequestError> {
  const { prisma, releases, viewer, caller } = context
  const refusal = charge(caller, 0) ?? refuseReader(viewer, answerReaders, url.pathname)
  if (refusal !== undefined) return refusal
  const query = readRespondentQuery(extension, url.searchParams)
  if ('kind' in query) return query
  const found = findReleases(await releases(), [wave])
  if ('kind' in found) return found
  const { digest, codebook } = found[0]!
  const file = await findAnonymousFile(prisma, digest)
  if (file === undefined) {
    const message = `The release of ${wave} has no anonymised answers: too few answered for any. Ask its tables instead.`
    return requestError('UNKNOWN_WAVE', message, { wave })
  }
  // The request itself is counted already.
  const refused = charge(caller, file.respondents - 1)
  if (refused !== undefined) return refused
  noteAsked(context, {
    ...{ action: 'FILE', subject: 'respondents', waves: [wave], asked: { ...query }, format: extension },
    digests: [digest],
  })
  const numbers = await shownNumbers(prisma, digest)
  const described = describeAnswers({ digest, codebook, file, numbers }, query.language)
  return respondentFormats[extension].write(described, batches(prisma, digest, file.respondents), query)
}

async function* batches(
  prisma: RequestContext['prisma'],
  digest: string,
  respondents: number,
): AsyncGenerator<Awaited<ReturnType<typeof readAnonymousRows>>> {
  for (let offset = 0; offset < respondents; offset += rowsAtOnce)
    yield await readAnonymousRows(prisma, digest, offset, rowsAtOnce)
}
