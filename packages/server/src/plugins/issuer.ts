import type { FetchAPI, Plugin } from 'graphql-yoga'
import { callerAddress } from '../access/caller-address.ts'
import { claimedClient } from '../access/failed-proofs.ts'
import type { Issuer } from '../access/issuer.ts'
import { pagePolicy } from '../access/issuer-page.ts'
import type { PortlessAnswer } from '../access/portless-fetch.ts'
import type { Rates } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import { isStorable } from '../database/storable.ts'
import type { RequestError } from '../tables/request-error.ts'
import { errorHeaders, refuse } from './error-answer.ts'
import { askerOf } from './identity.ts'
import { readLimited } from './read-body.ts'

const routes =
  /^\/(oauth\/(token|authorize(\/[^/]+)?|interaction\/[^/]+)|\.well-known\/(jwks\.json|openid-configuration|oauth-authorization-server))$/

/** What is of a connection, not of an answer. */
const dropped = /^(connection|keep-alive|transfer-encoding|content-length|date)$/

/** Of the parameters of who signs in, which the issuer keeps for ten minutes; the service's own are some 400. */
const longestKept = 2048

/** What keeping them costs beside the request. */
const keptCost = 99

/** Serves the issuer's endpoints; no token to who failed to get one too often. */
export function useIssuer(
  issuer: Issuer,
  { charge, mayProve, failed }: Pick<Rates, 'charge' | 'mayProve' | 'failed'>,
  trustedProxies: number,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      const { pathname, search } = url
      if (!routes.test(pathname)) return
      const address = callerAddress(askerOf(request.headers, serverContext), trustedProxies)
      const stop = (error: RequestError) => {
        record(nobody, refusalNotes(error.code, pathname, 'http'))
        endResponse(refuse(error, fetchAPI))
      }
      const refused = charge({ account: undefined, address }, pathname === '/oauth/authorize' ? keptCost : 0)
      if (refused !== undefined) return stop(refused)
      const body = await readLimited(request)
      if (body === undefined) return endResponse(new fetchAPI.Response(null, { status: 413 }))
      const given = [...url.searchParams, ...new URLSearchParams(body.toString())].flat()
      if (!given.every(isStorable))
        return endResponse(invalid(fetchAPI, 'a parameter has a character that none may have'))
      if (pathname !== '/oauth/token' && given.join('').length > longestKept) {
        return endResponse(invalid(fetchAPI, `the parameters have up to ${longestKept} characters together`))
      }
      const headers = Object.fromEntries(request.headers)
      const ask = () => issuer.fetch({ method: request.method, path: pathname + search, headers, body })
      if (pathname !== '/oauth/token') return endResponse(responseOf(await ask(), pathname, fetchAPI))
      const proof = { kind: 'secret', address, client: claimedClient(headers.authorization, body) } as const
      const refusedToo = mayProve(proof)
      if (refusedToo !== undefined) return stop(refusedToo)
      const answer = await ask()
      if (answer.status === 401) {
        failed(proof)
        record(nobody, refusalNotes('UNAUTHENTICATED', pathname, 'http'))
      } else if (answer.status === 400 && answer.body.includes('"invalid_scope"')) {
        record(nobody, refusalNotes('FORBIDDEN', pathname, 'http'))
      }
      endResponse(responseOf(answer, pathname, fetchAPI))
    },
  }
}

/** What the issuer cannot keep, in the words of OAuth (RFC 6749, 5.2). */
function invalid({ Response }: FetchAPI, error_description: string): Response {
  const told = { error: 'invalid_request', error_description }
  return new Response(JSON.stringify(told), { status: 400, headers: errorHeaders() })
}

function responseOf(answer: PortlessAnswer, pathname: string, { Headers, Response }: FetchAPI): Response {
  const headers = new Headers()
  for (const [name, value] of answer.headers) {
    if (!dropped.test(name)) headers.append(name, value)
  }
  if (pathname === '/.well-known/jwks.json') headers.set('cache-control', 'public, max-age=300')
  if (headers.get('content-type')?.startsWith('text/html')) {
    headers.set('content-security-policy', pagePolicy)
  }
  const whole = answer.body.length > 0 ? answer.body : null
  return new Response(whole, { status: answer.status, headers })
}
