import type { RequestListener } from 'node:http'
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga'
import { knownReleases } from './access/known-waves.ts'
import { everyone, type RequestContext, type Viewer } from './context.ts'
import type { Database } from './database/database.ts'
import { useBodyLimit } from './plugins/body-limit.ts'
import { useCodebookSchema } from './plugins/codebook-schema.ts'
import { useOpenCors } from './plugins/cors.ts'
import { useCostLimit } from './plugins/cost-limit.ts'
import { useErrorCodes } from './plugins/error-codes.ts'
import { useFrontDoor } from './plugins/front-door.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { knownFirst } from './plugins/known-first.ts'
import { useMetrics } from './plugins/metrics.ts'
import { useOperationLimits } from './plugins/operation-limits.ts'
import { useRespondents } from './plugins/respondents.ts'
import { responseCache } from './plugins/response-cache.ts'
import { useTables } from './plugins/tables.ts'
import { publishedReleases } from './release/published-releases.ts'
import { schema } from './schema/schema.ts'

/** The service: a listener for Node.js, and without a port `app.fetch(request)`. */
export type App = RequestListener & Pick<YogaServerInstance<object, RequestContext>, 'fetch'>

/** How the service is set up. */
export interface AppOptions {
  /** Columns of releases are kept up to so many bytes together. */
  readonly columnCacheBytes?: number
  /** As whom every request is answered; everyone where it is absent. Never open an app for others to a network. */
  readonly viewer?: Viewer
  /** The account that every request is counted and logged for. */
  readonly account?: string
}

/** Puts the service together on an open database. */
export function createApp(
  { prisma }: Database,
  { columnCacheBytes, viewer = everyone, account }: AppOptions = {},
): App {
  const releases = publishedReleases(prisma, columnCacheBytes)
  const caller = { account, address: 'unknown' }
  const contextOf = (): RequestContext => ({
    prisma,
    viewer,
    caller,
    releases: once(async () => knownReleases(viewer, await releases())),
  })
  const metrics = useMetrics()
  const cache = responseCache(contextOf)
  const yoga = createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/healthz',
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
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
      useBodyLimit(),
      useOperationLimits(),
      useCostLimit(async () => undefined),
      useErrorCodes(),
      useFrontDoor(),
      useGraphiql(),
      useCodebookSchema(),
      useTables(contextOf),
      useRespondents(contextOf),
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
