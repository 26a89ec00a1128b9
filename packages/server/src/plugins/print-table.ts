import {
  type FormattableTable,
  formatCsv,
  formatJson,
  formatJsonStat,
  formatXlsx,
  type TableLabels,
  type TableSource,
} from '@peo/formats'
import type { FetchAPI } from 'graphql-yoga'
import type { AuditNote } from '../audit/audit-note.ts'
import { refusalNotes, type TableAsked } from '../audit/refusal-notes.ts'
import type { Viewer } from '../context.ts'
import type { AnsweredTable } from '../tables/answer-table.ts'
import type { RequestError } from '../tables/request-error.ts'
import { tableLabels } from '../tables/table-labels.ts'
import { errorBody } from './error-answer.ts'
import { keepers } from './keepers.ts'
import type { TableQuery } from './table-query.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

type Print = (table: FormattableTable, labels: TableLabels, source: TableSource) => Printed | Promise<Printed>

type Printed = string | Uint8Array<ArrayBuffer>

/** The formats of tables over GET, by the ends of their addresses. */
export const tableFormats = {
  csv: { type: 'text/csv; charset=utf-8; header=present', print: formatCsv },
  json: { type: 'application/json; charset=utf-8', print: formatJson },
  jsonstat: {
    type: 'application/json; charset=utf-8',
    print: (table, labels) => JSON.stringify(formatJsonStat(table, labels)),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    print: formatXlsx,
  },
} as const satisfies Record<string, { readonly type: string; readonly print: Print }>

/** The HTTP statuses of errors; of others 404. */
const statuses: Partial<Record<RequestError['code'], number>> = {
  INVALID_INPUT: 400,
  TOO_COSTLY: 400,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
}

/** A format of tables over GET. */
export type Format = keyof typeof tableFormats

/** A table asked by a URL, and how it was asked. */
export type QueryAnswer = AnsweredTable<FormattableTable> & {
  readonly query: TableQuery
  readonly viewer: Viewer
}

/** A table in a format, or an error, ready to be sent. */
export interface PrintedTable {
  readonly status: number
  /** The media type. */
  readonly type: string
  /** The headers that say for how long it holds. */
  readonly caching: Readonly<Record<string, string>>
  readonly body: Printed
  /** What the audit log is told whenever it is given. */
  readonly notes: readonly AuditNote[]
}

/** Writes a table in a format, or says what was wrong with the question; `address` is where it was asked. */
export async function printTable(
  answer: QueryAnswer | RequestError,
  format: Format,
  asked: TableAsked,
  address: string,
): Promise<PrintedTable> {
  if (answer.kind === 'error') {
    const { code, message, details } = answer
    const notes = refusalNotes(code, 'table', format, asked)
    const failed = { ...failure(statuses[code] ?? 404, message, { code, ...details }), notes }
    const { retryAfter } = details
    if (retryAfter === undefined) return failed
    return { ...failed, caching: { ...failed.caching, 'retry-after': String(retryAfter) } }
  }
  const { type, print } = tableFormats[format]
  const labels = tableLabels(answer.releases, answer.variables, answer.query.language)
  const { table, releases, query } = answer
  const digests = releases.map(({ digest }) => digest)
  const { one, list: _, language: __, release: ___, ...given } = query
  const note: AuditNote = {
    ...{ action: 'TABLE', subject: table.kind, waves: query.waves, format },
    asked: {
      ...JSON.parse(JSON.stringify(given)),
      ...(table.kind === 'means' && { of: one('of') }),
      dimensions: table.dimensions.map(({ variable }) => variable),
    },
    digests,
  }
  const body = await print(table, labels, { address, releases: digests, filter: query.filter })
  return { status: 200, type, caching: cacheHeaders(answer), body, notes: [note] }
}

/** Tells the log of a failure that nobody foresaw, and the reader no more than where it is there. */
export function unexpected(error: unknown): PrintedTable {
  const { message, extensions } = unexpectedFailure(error)
  return failure(500, message, extensions)
}

/** Sends what is printed. */
export function printed({ status, type, caching, body }: PrintedTable, { Response }: FetchAPI): Response {
  return new Response(body, { status, headers: { ...caching, 'content-type': type } })
}

function failure(status: number, message: string, extensions: object): PrintedTable {
  const body = errorBody(message, extensions)
  return { status, type: tableFormats.json.type, caching: { 'cache-control': 'no-store' }, body, notes: [] }
}

/**
 * A table of named releases never changes; one of the current releases is asked for anew. A table of a variable
 * that only other waves asked takes its labels from those, so nobody outside keeps it.
 */
function cacheHeaders({ releases, table, query, viewer }: QueryAnswer): Record<string, string> {
  const known = new Set(releases.flatMap(({ codebook }) => codebook.variables.map(({ code }) => code)))
  const foreign = table.dimensions.some(({ role, variable }) => role !== 'WAVE' && !known.has(variable))
  if (foreign) return { 'cache-control': 'no-store' }
  return {
    etag: `"${[...releases.map(({ digest }) => digest), viewer.organisation ?? []].flat().join('.')}"`,
    'cache-control': `${keepers(viewer)}, ${query.release.length > 0 ? 'max-age=31536000, immutable' : 'no-cache'}`,
    vary: 'authorization, cookie',
  }
}
