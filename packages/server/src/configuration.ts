import path from 'node:path'
import { defaultPointsPerMinute } from './access/rates.ts'

/** Megabytes of released columns kept in memory, unless `COLUMN_CACHE_MB` says otherwise. */
export const defaultColumnCacheMegabytes = 256

/** What the environment decides. */
export interface Configuration {
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** A PostgreSQL server; without it the embedded database is used. */
  readonly databaseUrl: string | undefined
  /** Where the embedded database is kept. */
  readonly dataDirectory: string
  /** The origin at which readers reach the service; without it `http://localhost` and the port. */
  readonly publicUrl: string | undefined
  /** A file that names other issuers whose tokens are taken. */
  readonly issuersFile: string | undefined
  /** How many proxies stand before the service and add to `X-Forwarded-For`. */
  readonly trustedProxies: number
  /** Points that a reader may use in a minute. */
  readonly pointsPerMinute: number
  /** For how many days it is kept who asked and changed what. */
  readonly auditLogDays: number
  /** For how many days after its publication the collected rows of a wave are kept; for ever where it is undefined. */
  readonly rowsKeptDays: number | undefined
  /** How many bytes of released columns to keep in memory. */
  readonly columnCacheBytes: number
}

/**
 * Reads `PORT` (4000), `HOST` (127.0.0.1), `PUBLIC_URL` (none), `ISSUERS` (none), `DATABASE_URL` (none), `DATA_DIR`
 * (`.data` in the working folder), `TRUST_PROXY` (0), `RATE_LIMIT` (60000), `AUDIT_LOG_DAYS`
 * (365), `ROWS_KEPT_DAYS` (for ever) and `COLUMN_CACHE_MB` (256).
 *
 * @throws Error when `PORT` is not a port number, `PUBLIC_URL` no origin, `DATABASE_URL` no address of a PostgreSQL
 * server, or one of the others no whole number
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const port = Number(environment.PORT || 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is "${environment.PORT}", which is no port; give a number from 0 to 65535.`)
  }
  const cacheMegabytes = readCount(environment, 'COLUMN_CACHE_MB', defaultColumnCacheMegabytes, 1)
  return {
    port,
    host: environment.HOST || '127.0.0.1',
    publicUrl: readPublicUrl(environment.PUBLIC_URL),
    issuersFile: environment.ISSUERS ? path.resolve(environment.ISSUERS) : undefined,
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    dataDirectory: path.resolve(environment.DATA_DIR || '.data'),
    trustedProxies: readCount(environment, 'TRUST_PROXY', 0, 0),
    pointsPerMinute: readCount(environment, 'RATE_LIMIT', defaultPointsPerMinute, 1),
    auditLogDays: readCount(environment, 'AUDIT_LOG_DAYS', 365, 1),
    rowsKeptDays: environment.ROWS_KEPT_DAYS ? readCount(environment, 'ROWS_KEPT_DAYS', 180, 1) : undefined,
    columnCacheBytes: cacheMegabytes * 2 ** 20,
  }
}

function readCount(environment: NodeJS.ProcessEnv, name: string, usual: number, least: number): number {
  const count = Number(environment[name] || usual)
  if (Number.isSafeInteger(count) && count >= least) return count
  throw new Error(`${name} is "${environment[name]}"; give a whole number from ${least}, such as ${usual}.`)
}

function readPublicUrl(url: string | undefined): string | undefined {
  if (!url) return undefined
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) {
    const { origin, href } = new URL(url)
    if (href === `${origin}/`) return origin
  }
  throw new Error(
    `PUBLIC_URL is "${url}"; give protocol, host and port alone, such as https://results.example.org.`,
  )
}

function readDatabaseUrl(url: string | undefined): string | undefined {
  if (!url) return undefined
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url
  throw new Error(
    'DATABASE_URL is not the address of a PostgreSQL server; write postgresql://user:password@host:5432/database, with special characters in the password percent-encoded.',
  )
}
