import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import type { Asker } from '../access/asker.ts'
import type { Identify } from '../access/identify.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { parametersAsked, refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import { errorBody, errorHeaders, refuse } from './error-answer.ts'

/** Where it is asked who asks. */
const routes = /^\/(graphql\/?$|tables\/|waves\/)/

/** Refuses, before anything else is done, who brings an access token that does not hold: 401, and why. */
export function useIdentity(identify: Identify, { record }: Pick<AuditLog, 'record'>): Plugin {
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      if (!routes.test(url.pathname)) return
      const identity = await identify(askerOf(request.headers, serverContext))
      if (!('kind' in identity)) return
      const { code, message, details } = identity
      record(nobody, refusalNotes(code, url.pathname, 'http', parametersAsked(url.searchParams)))
      if (code === 'RATE_LIMITED') return endResponse(refuse(identity, fetchAPI))
      const headers = {
        ...errorHeaders(),
        'www-authenticate': `Bearer error="invalid_token", error_description="${message.replace(/[^ !#-[\]-~]/g, "'")}"`,
      }
      const body = errorBody(message, { code, ...details })
      endResponse(new fetchAPI.Response(body, { status: 401, headers }))
    },
  }
}

/** Of a request of Node.js, what tells who asks. */
export function nodeAsker(request: IncomingMessage): Asker {
  const { headers, socket } = request
  return {
    request,
    headerOf: (name) => headers[name]?.toString() ?? null,
    address: socket.remoteAddress ?? '',
  }
}

/** Of a request, what tells who asks; a request that came over no network is of this machine. */
export function askerOf(headers: Headers, serverContext: object): Asker {
  const node = 'req' in serverContext ? (serverContext.req as IncomingMessage) : undefined
  return {
    request: node ?? serverContext,
    headerOf: (name) => headers.get(name),
    address: node?.socket.remoteAddress ?? '127.0.0.1',
  }
}
