import { type FormattableTable, formatCsv, formatJson, formatJsonStat, type TableLabels } from '@peo/formats'
import type { Plugin } from 'graphql-yoga'
import type { PublishedReleases, Release } from '../release/published-releases.ts'
import { type AnsweredTable, answerCrosstab, answerMeans } from '../tables/answer-table.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import { tableLabels } from '../tables/table-labels.ts'
import { matchesEtag } from './etag.ts'
import { readTableQuery, type TableQuery } from './table-query.ts'

const route = /^\/tables\/(crosstab|means)\.(csv|json|jsonstat)$/

const formats = {
  csv: { type: 'text/csv; charset=utf-8; header=present', format: formatCsv },
  json: { type: 'application/json; charset=utf-8', format: formatJson },
  jsonstat: {
    type: 'application/json; charset=utf-8',
    format: (table: FormattableTable, labels: TableLabels) => JSON.stringify(formatJsonStat(table, labels)),
  },
}

/** Serves tables over plain GET, for tools that speak no GraphQL. */
export function useTables(releases: PublishedReleases): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const [, kind, format] = route.exec(url.pathname) ?? []
      if ((kind !== 'crosstab' && kind !== 'means') || format === undefined) return
      const respond = (body: string | null, status: number, headers: Record<string, string>) =>
        endResponse(new fetchAPI.Response(request.method === 'HEAD' ? null : body, { status, headers }))
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return respond(null, 405, { allow: 'GET, HEAD' })
      }
      const answer = await answerQuery(await releases(), kind, url.searchParams)
      if (answer.kind === 'error') {
        const { code, message, details } = answer
        const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] })
        const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
        return respond(body, code === 'INVALID_INPUT' || code === 'TOO_COSTLY' ? 400 : 404, headers)
      }
      const headers = cacheHeaders(answer)
      if (headers.etag && matchesEtag(request.headers.get('if-none-match'), headers.etag))
        return respond(null, 304, headers)
      const { type, format: print } = formats[format as keyof typeof formats]
      const labels = tableLabels(answer.releases, answer.variables, answer.query.language)
      respond(print(answer.table, labels), 200, { ...headers, 'content-type': type })
    },
  }
}

type QueryAnswer = AnsweredTable<FormattableTable> & { readonly query: TableQuery }

async function answerQuery(
  published: readonly Release[],
  kind: 'crosstab' | 'means',
  params: URLSearchParams,
): Promise<QueryAnswer | RequestError> {
  const query = readTableQuery(kind, params)
  if ('kind' in query) return query
  const answer =
    kind === 'crosstab'
      ? await answerCrosstab(published, { ...query, rows: query.one('rows'), columns: query.list('columns') })
      : await answerMeans(published, { ...query, of: query.one('of'), by: query.list('by') })
  if (answer.kind === 'error') return answer
  const current = answer.releases.map(({ digest }) => digest)
  if (query.release.length > 0 && query.release.join() !== current.join()) {
    const message = `The current releases of ${query.waves.join(', ')} are ${current.join(', ')}; name those, or none.`
    return requestError('INVALID_INPUT', message, { argument: 'release', current })
  }
  return { ...answer, query }
}

/**
 * A table of named releases never changes; one of the current releases is asked for anew. A table of a variable
 * that only other waves asked takes its labels from those, so it is not kept at all.
 */
function cacheHeaders({ releases, table, query }: QueryAnswer): Record<string, string> {
  const known = new Set(releases.flatMap(({ codebook }) => codebook.variables.map(({ code }) => code)))
  const foreign = table.dimensions.some(({ role, variable }) => role !== 'WAVE' && !known.has(variable))
  if (foreign) return { 'cache-control': 'no-store' }
  return {
    etag: `"${releases.map(({ digest }) => digest).join('.')}"`,
    'cache-control': query.release.length > 0 ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  }
}
