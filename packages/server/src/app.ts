import type { RequestListener } from 'node:http'
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga'
import { findSession } from './access/browser-session.ts'
import { type Identify, identifier } from './access/identify.ts'
import { runIssuer } from './access/issuer.ts'
import type { OutsideIssuer } from './access/outside-issuers.ts'
import { trustOwnIssuer } from './access/own-issuer.ts'
import { relyingParty } from './access/relying-party.ts'
import { requestContexts } from './access/request-context.ts'
import { trustOutsideIssuer } from './access/trust-outside.ts'
import { verifyToken } from './access/verify-token.ts'
import type { RequestContext, Viewer } from './context.ts'
import type { Database } from './database/database.ts'
import { useCodebookSchema } from './plugins/codebook-schema.ts'
import { useOpenCors } from './plugins/cors.ts'
import { useCostLimit } from './plugins/cost-limit.ts'
import { useErrorCodes } from './plugins/error-codes.ts'
import { useFrontDoor } from './plugins/front-door.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { useIdentity } from './plugins/identity.ts'
import { useIssuer } from './plugins/issuer.ts'
import { knownFirst } from './plugins/known-first.ts'
import { useMetrics } from './plugins/metrics.ts'
import { useOperationLimits } from './plugins/operation-limits.ts'
import { useRespondents } from './plugins/respondents.ts'
import { responseCache } from './plugins/response-cache.ts'
import { useSignIn } from './plugins/sign-in.ts'
import { useTables } from './plugins/tables.ts'
import { publishedReleases } from './release/published-releases.ts'
import { schema } from './schema/schema.ts'

/** The service: a listener for Node.js, and without a port `app.fetch(request)`. */
export type App = RequestListener & Pick<YogaServerInstance<object, RequestContext>, 'fetch'>

/** Bytes of a request at most; a long query of a person has some thousands. */
const mostBytes = 2 ** 18

/** How the service is set up. */
export interface AppOptions {
  /** Columns of releases are kept up to so many bytes together. */
  readonly columnCacheBytes?: number
  /** The origin at which readers reach the service, and the name of its issuer; `http://localhost:4000` where it is absent. */
  readonly url?: string
  /** Other issuers whose tokens are taken. */
  readonly outsideIssuers?: readonly OutsideIssuer[]
  /** As whom every request is answered; who it is proves itself where it is absent. Never open an app for others to a network. */
  readonly viewer?: Viewer
  /** The account that every request is counted and logged for. */
  readonly account?: string
}

/** Puts the service together on an open database. */
export function createApp(
  { prisma }: Database,
  { columnCacheBytes, url = 'http://localhost:4000', outsideIssuers = [], viewer, account }: AppOptions = {},
): App {
  const releases = publishedReleases(prisma, columnCacheBytes)
  const issuer = runIssuer(prisma, url)
  const issuers = [trustOwnIssuer(prisma, issuer), ...outsideIssuers.map(trustOutsideIssuer)]
  const identify: Identify = viewer
    ? () => ({ viewer, account })
    : identifier(
        (token) => verifyToken(token, issuers),
        (asker) => findSession(prisma, url, asker),
      )
  const contextOf = requestContexts({ prisma, releases, url }, identify)
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
    maxRequestBodySize: mostBytes,
    plugins: [
      metrics.first,
      useIdentity(identify),
      ...cache.plugins,
      useOpenCors(),
      useReadinessCheck({
        endpoint: '/readyz',
        check: async () => {
          await prisma.$queryRaw`SELECT 1`
        },
      }),
      useIssuer(issuer),
      useSignIn({ prisma, url, party: relyingParty(issuer) }),
      useOperationLimits(),
      useCostLimit(async () => undefined),
      useErrorCodes(),
      useFrontDoor(),
      useGraphiql(url),
      useCodebookSchema(),
      useTables(contextOf),
      useRespondents(contextOf),
      metrics.last,
    ],
  })
  return Object.assign(knownFirst(cache, metrics, yoga), { fetch: yoga.fetch })
}
