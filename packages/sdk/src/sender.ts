import { answerMemory } from './answer-memory.ts'
import { answered, answeredError } from './answered.ts'
import { tokenAsker } from './ask-token.ts'
import type { CallOptions, PeoClientOptions } from './client-options.ts'
import { deliver } from './deliver.ts'
import { deprecationNotice } from './deprecation-notice.ts'
import { discreet } from './discreet.ts'
import { graphqlEndpoint, plainAddress } from './endpoints.ts'
import type { Reply } from './exchange.ts'
import { operationRequest } from './operation-request.ts'
import { readResult } from './read-result.ts'
import { tokenSource } from './token-source.ts'

/**
 * Sends one operation and gives its data.
 *
 * @throws PeoError; or the reason of the signal
 */
export type Send = (document: string, variables: object, call: CallOptions) => Promise<unknown>

/**
 * Sends operations to a service: with a token, again where that helps, and without asking for what is known.
 *
 * @throws TypeError when half of the credentials is missing
 */
export function sender(options: PeoClientOptions): Send {
  const { onDeprecation } = options
  const endpoint = graphqlEndpoint(options.url)
  const memory = answerMemory()
  const tokenOf = tokenSource(tokenAsker(options))

  return async (document, variables, { signal, idempotencyKey }) => {
    signal?.throwIfAborted()
    const { isQuery, ...request } = operationRequest(endpoint, document, variables)
    const { address, operation } = request
    const mayRepeat = isQuery || Boolean(idempotencyKey)
    const known = memory.get(address)
    const first = await tokenOf(signal)
    let token = first
    const hide = (values: unknown) => discreet([first, token], values)
    const ask = () => {
      const headers: Record<string, string> = { ...request.headers }
      if (token !== undefined) headers.authorization = `Bearer ${token}`
      if (known !== undefined) headers['if-none-match'] = known.etag
      if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
      return deliver(options, { ...request, headers }, mayRepeat, signal)
    }
    let reply = await ask()
    if (first !== undefined && isRefused(reply, mayRepeat)) {
      token = await tokenOf(signal, first)
      // One that never changes would be refused again.
      if (token !== first) reply = await ask()
    }
    const notice = deprecationNotice(operation, reply.headers)
    if (notice !== undefined) onDeprecation?.(notice)
    const text = reply.status === 304 && known !== undefined ? known.text : reply.text
    const data = readResult({ ...reply, text }, plainAddress(endpoint), hide(variables), hide(null))
    const etag = reply.headers.get('etag')
    if (etag !== null && request.method === 'GET') memory.set(address, { etag, text })
    return data
  }
}

/** What was done in part all the same is not sent again, nor what may have been: of an error with a path, something was begun. */
function isRefused({ status, text }: Reply, mayRepeat: boolean): boolean {
  const refusal = answeredError(text, 'UNAUTHENTICATED')
  return (
    status === 401 ||
    (refusal !== undefined && answered(text)?.data == null && (mayRepeat || refusal.path === undefined))
  )
}
