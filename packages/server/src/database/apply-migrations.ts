import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, SqlRunner } from './database.ts'

const ownMigrations = fileURLToPath(new URL('../../../../prisma/migrations/', import.meta.url))

/** The table that `prisma migrate deploy` keeps, so that those who have its binary can go on with it. */
const historyTable = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/**
 * Applies the migrations that the database lacks, each whole or not at all.
 *
 * @param folder holds a folder per migration, named so that they sort in order
 * @throws Error when an applied migration was changed since, or one fails
 */
export async function applyMigrations(database: Database, folder = ownMigrations): Promise<void> {
  const migrations = await readMigrations(folder)
  await database.withSql(async (sql) => {
    await sql.execute(historyTable)
    const rows = await sql.query(
      'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    for (const migration of migrations) {
      const checksum = applied.get(migration.name)
      if (checksum === undefined) await apply(sql, migration)
      else if (checksum !== migration.checksum) {
        throw new Error(
          `Migration ${migration.name} was changed after it was applied to this database. Restore the file and put the change in a new migration.`,
        )
      }
    }
  })
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function apply(sql: SqlRunner, { name, sql: statements, checksum }: Migration): Promise<void> {
  await sql.execute('BEGIN')
  try {
    await sql.execute(statements)
    await sql.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await sql.execute('COMMIT')
  } catch (error) {
    await sql.execute('ROLLBACK')
    throw new Error(`Migration ${name} failed; nothing of it was kept.`, { cause: error })
  }
}
