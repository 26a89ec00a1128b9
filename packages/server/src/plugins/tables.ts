import type { Plugin } from 'graphql-yoga'
import type { Rates } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { parametersAsked } from '../audit/refusal-notes.ts'
import type { RequestContext } from '../context.ts'
import { answerCrosstab, answerMeans } from '../tables/answer-table.ts'
import { countCells } from '../tables/count-cells.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import { answerCache, answerKey, type ContextOf, readerName } from './answer-cache.ts'
import { matchesEtag } from './etag.ts'
import { askerOf } from './identity.ts'
import {
  type Format,
  type PrintedTable,
  printTable,
  type QueryAnswer,
  tableFormats,
  unexpected,
} from './print-table.ts'
import { readTableQuery } from './table-query.ts'

const route = new RegExp(`^/tables/(crosstab|means)\\.(${Object.keys(tableFormats).join('|')})$`)

type Kind = 'crosstab' | 'means'

/** Serves tables over plain GET, for tools that speak no GraphQL. What follows from the same releases is kept. */
export function useTables(
  contextOf: ContextOf,
  { charge }: Pick<Rates, 'charge'>,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  const answers = answerCache<PrintedTable>()
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      const [, kind, format] = route.exec(url.pathname) ?? []
      if ((kind !== 'crosstab' && kind !== 'means') || format === undefined) return
      const respond = (body: BodyInit | null, status: number, headers: Record<string, string>) =>
        endResponse(new fetchAPI.Response(request.method === 'HEAD' ? null : body, { status, headers }))
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return respond(null, 405, { allow: 'GET, HEAD' })
      }
      const context = await contextOf(askerOf(request.headers, serverContext))
      const answer = await answerTable(context, kind, format as Format, url).catch(unexpected)
      record(context, answer.notes)
      const { status, type, caching, body } = answer
      if (caching.etag && matchesEtag(request.headers.get('if-none-match'), caching.etag))
        return respond(null, 304, caching)
      respond(body, status, { ...caching, 'content-type': type })
    },
  }

  async function answerTable(
    context: RequestContext,
    kind: Kind,
    format: Format,
    url: URL,
  ): Promise<PrintedTable> {
    const key = answerKey(await readerName(context), [url.pathname, url.search])
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = await printTable(
      await answerQuery(context, kind, url.searchParams, charge),
      format,
      parametersAsked(url.searchParams),
      `${context.url}${url.pathname}${url.search}`,
    )
    if (answer.status === 200) answers.set(key, answer)
    return answer
  }
}

async function answerQuery(
  { releases, viewer, caller }: RequestContext,
  kind: Kind,
  params: URLSearchParams,
  charge: Rates['charge'],
): Promise<QueryAnswer | RequestError> {
  const query = readTableQuery(kind, params)
  if ('kind' in query) return charge(caller, 0) ?? query
  const published = await releases()
  const sides = kind === 'crosstab' ? [query.one('rows'), ...query.list('columns')] : query.list('by')
  const refused = charge(caller, countCells(published, query.waves, sides))
  if (refused !== undefined) return refused
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
  return { ...answer, query, viewer }
}
