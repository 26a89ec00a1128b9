import type { Plugin } from 'graphql-yoga'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { errorBody, errorHeaders } from './error-answer.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

/** Says at `/healthz` that the service runs, and at `/readyz` whether the database answers. */
export function useHealth(prisma: PrismaClient): Plugin {
  /** Why the database does not answer, told to the log once until it does again: machines ask every few seconds. */
  let down: ReturnType<typeof unexpectedFailure> | undefined
  const check = async () => {
    try {
      await prisma.$queryRaw`SELECT 1`
      down = undefined
    } catch (error) {
      down ??= unexpectedFailure(error)
    }
    return down?.extensions
  }
  return {
    async onRequest({ url: { pathname }, fetchAPI: { Response }, endResponse }) {
      if (pathname !== '/healthz' && pathname !== '/readyz') return
      const failure = pathname === '/readyz' ? await check() : undefined
      if (failure === undefined) return endResponse(new Response(null, { status: 200 }))
      const { code, errorId } = failure
      const body = errorBody(`The database does not answer. The log has why as ${errorId}.`, {
        code,
        errorId,
      })
      endResponse(new Response(body, { status: 503, headers: errorHeaders() }))
    },
  }
}
