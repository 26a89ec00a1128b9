import type { Plugin } from 'graphql-yoga'
import type { Issuer } from '../access/issuer.ts'
import { pagePolicy } from '../access/issuer-page.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import { readLimited } from './read-body.ts'

const routes =
  /^\/(oauth\/(token|authorize(\/[^/]+)?|interaction\/[^/]+)|\.well-known\/(jwks\.json|openid-configuration|oauth-authorization-server))$/

/** What is of a connection, not of an answer. */
const dropped = /^(connection|keep-alive|transfer-encoding|content-length|date)$/

/** Serves the issuer's endpoints. */
export function useIssuer(issuer: Issuer, { record }: Pick<AuditLog, 'record'>): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (!routes.test(url.pathname)) return
      const body = await readLimited(request)
      if (body === undefined) return endResponse(new fetchAPI.Response(null, { status: 413 }))
      const { method } = request
      const path = url.pathname + url.search
      const answer = await issuer.fetch({ method, path, headers: Object.fromEntries(request.headers), body })
      if (answer.status === 401) record(nobody, refusalNotes('UNAUTHENTICATED', url.pathname, 'http'))
      const headers = new fetchAPI.Headers()
      for (const [name, value] of answer.headers) {
        if (!dropped.test(name)) headers.append(name, value)
      }
      if (url.pathname === '/.well-known/jwks.json') headers.set('cache-control', 'public, max-age=300')
      if (headers.get('content-type')?.startsWith('text/html')) {
        headers.set('content-security-policy', pagePolicy)
      }
      const whole = answer.body.length > 0 ? answer.body : null
      endResponse(new fetchAPI.Response(whole, { status: answer.status, headers }))
    },
  }
}
