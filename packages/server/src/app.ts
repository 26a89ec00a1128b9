import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga'
import type { RequestContext } from './context.ts'
import type { Database } from './database/database.ts'
import { useCodebookSchema } from './plugins/codebook-schema.ts'
import { useOpenCors } from './plugins/cors.ts'
import { useDepthLimit } from './plugins/depth-limit.ts'
import { useErrorCodes } from './plugins/error-codes.ts'
import { useFrontDoor } from './plugins/front-door.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { useMetrics } from './plugins/metrics.ts'
import { useResponseCache } from './plugins/response-cache.ts'
import { useTables } from './plugins/tables.ts'
import { publishedReleases } from './release/published-releases.ts'
import { schema } from './schema/schema.ts'

/** The service as one fetch handler: `app.fetch(request)`. */
export type App = YogaServerInstance<object, RequestContext>

/** Puts the service together on an open database. It keeps columns of releases up to `columnCacheBytes` together. */
export function createApp({ prisma }: Database, columnCacheBytes?: number): App {
  const releases = publishedReleases(prisma, columnCacheBytes)
  const contextOf = (): RequestContext => {
    let asked: ReturnType<typeof releases> | undefined
    return {
      prisma,
      viewer: { role: 'EVERYONE' },
      releases: () => {
        asked ??= releases()
        return asked
      },
    }
  }
  const metrics = useMetrics()
  return createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/healthz',
    graphiql: false,
    landingPage: false,
    cors: false,
    plugins: [
      metrics.first,
      useResponseCache(contextOf),
      useOpenCors(),
      useReadinessCheck({
        endpoint: '/readyz',
        check: async () => {
          await prisma.$queryRaw`SELECT 1`
        },
      }),
      useDepthLimit(),
      useErrorCodes(),
      useFrontDoor(),
      useGraphiql(),
      useCodebookSchema(),
      useTables(contextOf),
      metrics.last,
    ],
  })
}
