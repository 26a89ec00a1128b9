import type { RequestListener } from 'node:http'
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga'
import type { RequestContext, Viewer } from './context.ts'
import type { Database } from './database/database.ts'
import { useCodebookSchema } from './plugins/codebook-schema.ts'
import { useOpenCors } from './plugins/cors.ts'
import { useDepthLimit } from './plugins/depth-limit.ts'
import { useErrorCodes } from './plugins/error-codes.ts'
import { useFrontDoor } from './plugins/front-door.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { knownFirst } from './plugins/known-first.ts'
import { useMetrics } from './plugins/metrics.ts'
import { responseCache } from './plugins/response-cache.ts'
import { useTables } from './plugins/tables.ts'
import { publishedReleases } from './release/published-releases.ts'
import { schema } from './schema/schema.ts'

/** The service: a listener for Node.js, and without a port `app.fetch(request)`. */
export type App = RequestListener & Pick<YogaServerInstance<object, RequestContext>, 'fetch'>

/** Who does not say who they are. */
const everyone: Viewer = Object.freeze({ role: 'EVERYONE' })

/** Puts the service together on an open database. It keeps columns of releases up to `columnCacheBytes` together. */
export function createApp({ prisma }: Database, columnCacheBytes?: number): App {
  const releases = publishedReleases(prisma, columnCacheBytes)
  const contextOf = (): RequestContext => ({ prisma, viewer: everyone, releases: once(releases) })
  const metrics = useMetrics()
  const cache = responseCache(contextOf)
  const yoga = createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/healthz',
    graphiql: false,
    landingPage: false,
    cors: false,
    plugins: [
      metrics.first,
      ...cache.plugins,
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
  return Object.assign(knownFirst(cache, metrics, yoga), { fetch: yoga.fetch })
}

/** Asks at the first call, and gives that answer from then on. */
function once<Answer>(ask: () => Answer): () => Answer {
  let answer: Answer | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
