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
import { useTables } from './plugins/tables.ts'
import { publishedReleases } from './release/published-releases.ts'
import { schema } from './schema/schema.ts'

/** The service as one fetch handler: `app.fetch(request)`. */
export type App = YogaServerInstance<object, RequestContext>

/** Puts the service together on an open database. */
export function createApp({ prisma }: Database): App {
  const releases = publishedReleases(prisma)
  return createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/healthz',
    graphiql: false,
    landingPage: false,
    cors: false,
    context: () => {
      let asked: ReturnType<typeof releases> | undefined
      return {
        prisma,
        viewer: { role: 'EVERYONE' as const },
        // Every table of a request comes from the same releases, and costs one statement together.
        releases: () => {
          asked ??= releases()
          return asked
        },
      }
    },
    plugins: [
      // First, so that every other plugin's answer is counted.
      useMetrics(),
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
      useTables(releases),
    ],
  })
}
