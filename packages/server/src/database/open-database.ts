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
    throw error
  }
  return database
}
