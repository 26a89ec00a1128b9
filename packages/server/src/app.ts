import type { RequestListener } from 'node:http'
import { createYoga, type YogaServerInstance } from 'graphql-yoga'
import { findSession } from './access/browser-session.ts'
import { type Identify, identifier } from './access/identify.ts'
import { type Issuer, runIssuer } from './access/issuer.ts'
import { limitTokens } from './access/limit-tokens.ts'
import type { OutsideIssuer } from './access/outside-issuers.ts'
import { trustOwnIssuer } from './access/own-issuer.ts'
import { countRates, type Rates, unlimited } from './access/rates.ts'
import { relyingParty } from './access/relying-party.ts'
import { requestContexts } from './access/request-context.ts'
import { trustOutsideIssuer } from './access/trust-outside.ts'
import { verifyToken } from './access/verify-token.ts'
import { noAuditLog, openAuditLog } from './audit/audit-log.ts'
import type { RequestContext, Viewer } from './context.ts'
import type { Database } from './database/database.ts'
import { useAudit } from './plugins/audit.ts'
import { useBodyLimit } from './plugins/body-limit.ts'
import { useChangedReleases } from './plugins/changed-releases.ts'
import { useCodebookSchema } from './plugins/codebook-schema.ts'
import { useOpenCors } from './plugins/cors.ts'
import { useCostLimit } from './plugins/cost-limit.ts'
import { useDashboard } from './plugins/dashboard.ts'
import { useErrorCodes } from './plugins/error-codes.ts'
import { useForcedPreflight } from './plugins/forced-preflight.ts'
import { useFrontDoor } from './plugins/front-door.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { guarded } from './plugins/guarded.ts'
import { useHealth } from './plugins/health.ts'
import { useIdempotency } from './plugins/idempotency.ts'
import { useIdentity } from './plugins/identity.ts'
import { useIssuer } from './plugins/issuer.ts'
import { knownFirst } from './plugins/known-first.ts'
import { useMetrics } from './plugins/metrics.ts'
import { useOperationLimits } from './plugins/operation-limits.ts'
import { usePrivateAnswers } from './plugins/private-answers.ts'
import { useQuestionnaire } from './plugins/questionnaire.ts'
import { useRateLimit } from './plugins/rate-limit.ts'
import { useRequestId } from './plugins/request-id.ts'
import { useRespondents } from './plugins/respondents.ts'
import { responseCache } from './plugins/response-cache.ts'
import { useRoutes } from './plugins/routes.ts'
import { securityHeaders, useSecurityHeaders } from './plugins/security-headers.ts'
import { useSignIn } from './plugins/sign-in.ts'
import { useTables } from './plugins/tables.ts'
import { maskUnexpected } from './plugins/unexpected-failure.ts'
import { publishedReleases } from './release/published-releases.ts'
import { schema } from './schema/schema.ts'

/** The service: a listener for Node.js, and without a port `app.fetch(request)`. */
export type App = RequestListener &
  Pick<YogaServerInstance<object, RequestContext>, 'fetch'> & {
    /** Ends what streams, so that open connections come to an end. */
    readonly stop: () => void
    /** Writes what is still to be written, before the database is closed. */
    readonly close: () => Promise<void>
  }

/** How the service is set up. */
export interface AppOptions {
  /** Columns of releases are kept up to so many bytes together. */
  readonly columnCacheBytes?: number
  /** The origin at which readers reach the service, and the name of its issuer; `http://localhost:4000` where it is absent. */
  readonly url?: string
  /** Other issuers whose tokens are taken. */
  readonly outsideIssuers?: readonly OutsideIssuer[]
  /** How many proxies stand before the service, of which each adds the address it was called from to `X-Forwarded-For`; 0 where it is absent. */
  readonly trustedProxies?: number
  /** What a reader may use in a minute, see `countRates`; without limit where it is absent. */
  readonly pointsPerMinute?: number
  /** For how many days it is kept who asked and changed what; nothing is where it is absent. */
  readonly auditLogDays?: number
  /** For how many days after its publication the collected rows of a wave are kept; for ever where it is absent. */
  readonly rowsKeptDays?: number | undefined
  /** As whom every request is answered; who it is proves itself where it is absent. Never open an app for others to a network. */
  readonly viewer?: Viewer
  /** The account that every request is counted and logged for. */
  readonly account?: string
}

/** Puts the service together on an open database. */
export function createApp(database: Database, options: AppOptions = {}): App {
  const { prisma } = database
  const {
    url = 'http://localhost:4000',
    trustedProxies = 0,
    pointsPerMinute,
    auditLogDays,
    rowsKeptDays,
  } = options
  const releases = publishedReleases(prisma, options.columnCacheBytes)
  const issuer = runIssuer(prisma, url)
  const rates = pointsPerMinute === undefined ? unlimited : countRates(database, pointsPerMinute)
  const identify = whoAsks({ prisma, url, issuer, rates }, options)
  const stopping = new AbortController()
  const { signal: ending } = stopping
  const shared = { prisma, releases, url, ending, rowsKeptDays, trustedProxies }
  const contextOf = requestContexts(shared, identify)
  const headers = securityHeaders(url)
  const metrics = useMetrics()
  const audit =
    auditLogDays === undefined ? noAuditLog : openAuditLog(prisma, auditLogDays, metrics.countLost)
  const maySpend = ({ caller }: RequestContext) => rates.check(caller) === undefined
  const cache = responseCache(contextOf, audit.record, maySpend)
  const yoga = createYoga<object, RequestContext>({
    schema,
    graphqlEndpoint: '/graphql',
    // Yoga would answer whatever ends so; no address does.
    healthCheckEndpoint: ' ',
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
    // `useBodyLimit` has one for each kind of body.
    maxRequestBodySize: false,
    maskedErrors: { maskError: maskUnexpected },
    // Failures that nobody foresaw are logged where they are masked.
    logging: false,
    plugins: [
      metrics.first,
      useRateLimit(rates, trustedProxies, audit),
      useIdentity(identify, audit),
      ...cache.plugins,
      useOpenCors(),
      useRoutes(),
      useHealth(prisma),
      useIssuer(issuer, rates, trustedProxies, audit),
      useSignIn({ prisma, url, party: relyingParty(issuer) }, rates, trustedProxies, audit),
      useQuestionnaire({ prisma, url }, rates, trustedProxies, audit),
      useFrontDoor(),
      useGraphiql(url),
      useDashboard(),
      useOperationLimits(),
      useForcedPreflight(),
      useAudit(audit, contextOf),
      useCostLimit(contextOf, rates, audit),
      useIdempotency(rates),
      useErrorCodes(),
      useChangedReleases(releases),
      useBodyLimit(contextOf),
      useCodebookSchema(),
      useTables(contextOf, rates, audit),
      useRespondents(contextOf, rates, audit),
      usePrivateAnswers(),
      useRequestId(),
      useSecurityHeaders(headers),
      metrics.last,
    ].map(guarded),
  })
  return Object.assign(
    knownFirst(cache, metrics, { headers, rates, trustedProxies, record: audit.record }, yoga),
    {
      fetch: yoga.fetch,
      stop: () => stopping.abort(),
      close: audit.close,
    },
  )
}

interface IdentifyParts {
  readonly prisma: Database['prisma']
  readonly url: string
  readonly issuer: Issuer
  readonly rates: Rates
}

function whoAsks(
  { prisma, url, issuer, rates }: IdentifyParts,
  { viewer, account, outsideIssuers = [], trustedProxies = 0 }: AppOptions,
): Identify {
  if (viewer !== undefined) return () => ({ viewer, account })
  if (outsideIssuers.some(({ issuer }) => issuer === url)) {
    throw new Error(
      `ISSUERS names ${url}, which is this service itself; leave it out, its tokens are taken in any case.`,
    )
  }
  const issuers = [trustOwnIssuer(prisma, issuer), ...outsideIssuers.map(trustOutsideIssuer)]
  return identifier(
    limitTokens(rates, trustedProxies, (token) => verifyToken(token, issuers)),
    (asker) => findSession(prisma, url, asker),
  )
}
