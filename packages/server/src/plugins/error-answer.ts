import type { FetchAPI } from 'graphql-yoga'
import type { RequestError } from '../tables/request-error.ts'

/** The headers of an answer that is an error alone: nobody keeps it. Each answer has its own, for what sends it adds to them. */
export const errorHeaders = () => ({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
})

/** An error outside GraphQL, in the shape that GraphQL gives it. */
export function errorBody(message: string, extensions: object): string {
  return JSON.stringify({ errors: [{ message, extensions }] })
}

/** The answer to who asked too much. */
export function tooManyRequests({ code, message, details }: RequestError) {
  return {
    status: 429,
    headers: { ...errorHeaders(), 'retry-after': String(details.retryAfter) },
    body: errorBody(message, { code, ...details }),
  }
}

/** Tells who asked too much. */
export function refuse(error: RequestError, { Response }: FetchAPI): Response {
  const { body, ...init } = tooManyRequests(error)
  return new Response(body, init)
}
