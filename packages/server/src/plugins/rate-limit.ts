import type { Plugin } from 'graphql-yoga'
import { callerAddress } from '../access/caller-address.ts'
import type { Rates } from '../access/rates.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import { refuse } from './error-answer.ts'
import { askerOf } from './identity.ts'

/** What is asked by machines that must always get an answer. */
const free = /^\/(healthz|readyz|metrics)$/

/** Counts every request of an address, and refuses those of one that asked too much. */
export function useRateLimit(
  { enter }: Pick<Rates, 'enter'>,
  trustedProxies: number,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  return {
    onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      if (free.test(url.pathname)) return
      const refused = enter(callerAddress(askerOf(request.headers, serverContext), trustedProxies))
      if (refused === undefined) return
      // What stands behind it is the code of an invitation, which no log may have.
      const path = url.pathname.replace(/^\/answer\b.*/s, '/answer')
      record(nobody, refusalNotes(refused.code, path, 'http'))
      endResponse(refuse(refused, fetchAPI))
    },
  }
}
