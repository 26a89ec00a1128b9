import type { Plugin } from 'graphql-yoga'
import type { Issuer } from '../access/issuer.ts'
import { pagePolicy } from '../access/issuer-page.ts'
import { readLimited } from './read-body.ts'

const routes =
  /^\/(oauth\/(token|authorize(\/[^/]+)?)|\.well-known\/(jwks\.json|openid-configuration|oauth-authorization-server))$/

/** What nobody but the service says to the issuer. */
const dropped = /^(host|connection|content-length|transfer-encoding|expect|upgrade|forwarded|x-forwarded-.*)$/

/** Serves the issuer's endpoints. Its library is asked under the issuer's own name, whatever name a client used. */
export function useIssuer(issuer: Issuer): Plugin {
  const { host, protocol } = new URL(issuer.url)
  const own = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) }
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (!routes.test(url.pathname)) return
      const body = await readLimited(request)
      if (body === undefined) return endResponse(new fetchAPI.Response(null, { status: 413 }))
      const answer = await issuer.fetch({
        method: request.method,
        path: url.pathname + url.search,
        headers: {
          ...Object.fromEntries([...request.headers].filter(([name]) => !dropped.test(name))),
          ...own,
          ...(body.length > 0 && { 'content-length': String(body.length) }),
        },
        body,
      })
      const headers = new fetchAPI.Headers()
      for (const [name, value] of answer.headers) {
        if (!/^(connection|keep-alive|transfer-encoding|content-length|date)$/.test(name))
          headers.append(name, value)
      }
      if (url.pathname === '/.well-known/jwks.json') headers.set('cache-control', 'public, max-age=300')
      if (headers.get('content-type')?.startsWith('text/html'))
        headers.set('content-security-policy', pagePolicy)
      endResponse(
        new fetchAPI.Response(answer.body.length > 0 ? answer.body : null, {
          status: answer.status,
          headers,
        }),
      )
    },
  }
}
