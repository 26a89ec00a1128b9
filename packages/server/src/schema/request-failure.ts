import { GraphQLError } from 'graphql'
import type { RequestError } from '../tables/request-error.ts'

/** A request error as GraphQL reports it: `extensions.code`, and the details beside it. */
export function requestFailure({ code, message, details }: RequestError): GraphQLError {
  const { retryAfter } = details
  const http = { status: 429, headers: { 'retry-after': String(retryAfter) } }
  return new GraphQLError(message, {
    extensions: { code, ...details, ...(code === 'RATE_LIMITED' ? { http } : {}) },
  })
}
