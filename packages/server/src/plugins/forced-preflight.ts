import type { Plugin } from 'graphql-yoga'
import { requestFailure } from '../schema/request-failure.ts'
import { requestError } from '../tables/request-error.ts'

/** A header that pages of other hosts can send only when we allow it first. */
const header = 'x-peo-client'

const json = /^application\/(json|graphql\+json|graphql-response\+json)\s*(;|$)/i

/**
 * Refuses what a form of another site could make a browser post without asking us first: a POST needs a body of JSON,
 * or the header `x-peo-client`.
 */
export function useForcedPreflight(): Plugin {
  return {
    onRequestParse({ request: { method, headers }, requestParser, setRequestParser }) {
      const type = headers.get('content-type') ?? ''
      // Media types are the same in capitals (RFC 9110, 8.3.1); Yoga reads those in small letters.
      if (method === 'POST' && requestParser === undefined && /^application\/json\s*(;|$)/i.test(type))
        setRequestParser((request) => request.json())
      if (method !== 'POST' || json.test(type) || headers.has(header)) return
      const message = `The body is of the type "${type}"; send application/json, or the header ${header} with any value.`
      const http = { status: 415 }
      throw requestFailure(requestError('INVALID_INPUT', message, { header: 'content-type', http }))
    },
  }
}
