import type { Plugin } from 'graphql-yoga'
import type { Asker } from '../access/asker.ts'
import { callerAddress } from '../access/caller-address.ts'
import { writeCookie } from '../access/cookies.ts'
import { pagePolicy } from '../access/issuer-page.ts'
import type { Rates } from '../access/rates.ts'
import {
  type BrowserAnswer,
  beginSignIn,
  failure,
  finishSignIn,
  type SignInParts,
  showLink,
  signOut,
  useLink,
} from '../access/sign-in.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import { refuse } from './error-answer.ts'
import { askerOf } from './identity.ts'
import { readLimited } from './read-body.ts'

/** A request of a browser that signs in or out. */
interface Step {
  readonly asker: Asker
  readonly query: URLSearchParams
  readonly form: URLSearchParams
}

/** By method and path, what is done. */
const steps: Readonly<
  Record<string, (parts: SignInParts, step: Step) => BrowserAnswer | Promise<BrowserAnswer>>
> = {
  'GET /sign-in-link': (_, { query }) => showLink(query.get('t') ?? ''),
  'POST /sign-in-link': (parts, { asker, form }) => useLink(parts, asker, form.get('t') ?? ''),
  'GET /auth/sign-in': (parts) => beginSignIn(parts),
  'GET /auth/callback': (parts, { asker, query }) => finishSignIn(parts, asker, `?${query}`),
  'POST /auth/sign-out': (parts, { asker }) => signOut(parts, asker),
}

/** The one step that proves who somebody is by what could be guessed. */
const proving = 'POST /sign-in-link'

/** The methods and paths by which browsers are signed in and out. */
export const signInSteps = Object.keys(steps)

const paths = new Set(signInSteps.map((step) => step.split(' ')[1]))

const allowed = (path: string) =>
  signInSteps
    .filter((step) => step.endsWith(` ${path}`))
    .map((step) => step.split(' ')[0])
    .join(', ')

/** Signs browsers of staff in and out. */
export function useSignIn(
  parts: SignInParts,
  { charge, mayProve, failed }: Pick<Rates, 'charge' | 'mayProve' | 'failed'>,
  trustedProxies: number,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      if (!paths.has(url.pathname)) return
      const name = `${request.method} ${url.pathname}`
      const step = steps[name]
      if (step === undefined) {
        return endResponse(
          new fetchAPI.Response(null, { status: 405, headers: { allow: allowed(url.pathname) } }),
        )
      }
      const asker = askerOf(request.headers, serverContext)
      const address = callerAddress(asker, trustedProxies)
      const proof = { kind: 'link', address } as const
      const isProof = name === proving
      const refused = charge({ account: undefined, address }, 0) ?? (isProof ? mayProve(proof) : undefined)
      const note = (code: string) => record(nobody, refusalNotes(code, url.pathname, 'http'))
      if (refused !== undefined) {
        note(refused.code)
        return endResponse(refuse(refused, fetchAPI))
      }
      const body = await readLimited(request)
      if (body === undefined) return endResponse(new fetchAPI.Response(null, { status: 413 }))
      const form = new URLSearchParams(body.toString())
      const asked = { asker, query: url.searchParams, form }
      const answer = await Promise.resolve(asked)
        .then((one) => step(parts, one))
        .catch(failure)
      const headers = new fetchAPI.Headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      if ('page' in answer) {
        if (answer.status >= 400 && answer.status < 500) {
          // What another site made a browser send is no try.
          if (isProof && answer.status !== 403) failed(proof)
          note('UNAUTHENTICATED')
        }
        headers.set('content-type', 'text/html; charset=utf-8')
        headers.set('content-security-policy', pagePolicy)
        return endResponse(new fetchAPI.Response(answer.page, { status: answer.status, headers }))
      }
      headers.set('location', answer.location)
      for (const cookie of answer.cookies) headers.append('set-cookie', writeCookie(cookie, parts.url))
      endResponse(new fetchAPI.Response(null, { status: 303, headers }))
    },
  }
}
