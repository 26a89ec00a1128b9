import type { Configuration } from '../configuration.ts'
import { applyMigrations } from './apply-migrations.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgresql } from './open-postgresql.ts'

/** Opens the configured database and brings its schema up to date. */
export async function openDatabase(configuration: Configuration): Promise<Database> {
  const database =
    configuration.databaseUrl === undefined
      ? await openEmbedded(configuration.dataDirectory)
      : openPostgresql(configuration.databaseUrl)
  try {
    await applyMigrations(database)
  } catch (error) {
    await database.close()
    throw database.kind === 'postgresql' ? explained(error, configuration.databaseUrl ?? '') : error
  }
  return database
}

/** Names the server in an error of connecting to it, without the password. */
function explained(error: unknown, url: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!(error instanceof Error) || !/^(ECONN|ENOTFOUND|ETIMEDOUT|3D000|28)/.test(code)) return error
  const { host, pathname } = new URL(url)
  return new Error(
    `DATABASE_URL names the database "${pathname.slice(1)}" on ${host}, which cannot be opened: ${error.message || code}. Is the server running, the password right, and was the database created?`,
  )
}
