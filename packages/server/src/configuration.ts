import path from 'node:path'

/** What the environment decides. */
export interface Configuration {
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** A PostgreSQL server; without it the embedded database is used. */
  readonly databaseUrl: string | undefined
  /** Where the embedded database is kept. */
  readonly dataDirectory: string
}

/**
 * Reads `PORT` (4000), `HOST` (127.0.0.1), `DATABASE_URL` (none) and `DATA_DIR` (`.data` in the working folder).
 *
 * @throws Error when `PORT` is not a port number
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const port = Number(environment.PORT || 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is "${environment.PORT}", which is no port; give a number from 0 to 65535.`)
  }
  return {
    port,
    host: environment.HOST || '127.0.0.1',
    databaseUrl: environment.DATABASE_URL || undefined,
    dataDirectory: path.resolve(environment.DATA_DIR || '.data'),
  }
}
