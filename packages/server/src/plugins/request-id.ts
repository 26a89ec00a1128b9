import { randomUUID } from 'node:crypto'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { logLine } from '../log-line.ts'
import { requestPath } from './request-path.ts'

/** Writes to the log that a request was answered with errors, and gives the id of the line. */
export function noteFailed(path: string, status: number, codes: readonly string[]): string {
  const requestId = randomUUID()
  logLine('info', { requestId, path, status, codes })
  return requestId
}

interface Failed {
  readonly codes: readonly string[]
  /** Of a failure that nobody foresaw, which the log has already. */
  readonly errorId?: string
}

/** Addresses that are nowhere are answered otherwise. */
const isJson = ({ headers }: Response) => headers.get('content-type')?.includes('json') ?? false

/**
 * Gives answers with errors the header `X-Request-Id`, by which the log has them: what was answered, never what was
 * asked or who did. Of who asked too much there is no line for each time.
 */
export function useRequestId(): Plugin {
  const failed = new WeakMap<object, Failed>()
  return {
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result) || isAsyncIterable(result) || !result.errors?.length) return
      const extensions = result.errors.map((error) => error.extensions ?? {})
      const errorId = extensions.find((one) => typeof one.errorId === 'string')?.errorId as string | undefined
      failed.set(serverContext, {
        codes: [...new Set(extensions.map(({ code }) => String(code)))],
        ...(errorId !== undefined && { errorId }),
      })
    },
    onResponse({ request, response, serverContext }) {
      const { status } = response
      const { codes, errorId } = failed.get(serverContext) ?? {}
      const isRefused = status >= 400 && status < 500 && isJson(response)
      if (codes === undefined && !isRefused) return
      if (status === 429 || codes?.includes('RATE_LIMITED')) return
      const path = requestPath(new URL(request.url).pathname)
      if (path === undefined) return
      response.headers.set('x-request-id', errorId ?? noteFailed(path, status, codes ?? []))
    },
  }
}
