import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../database/database.ts'
import { fromPGlite } from '../database/open-embedded.ts'
import { openPostgresql } from '../database/open-postgresql.ts'
import { closedAfterFile } from './after-file.ts'
import { withDatabase } from './global-setup.ts'

let copies = 0

/**
 * A database of the calling test file's own, embedded or on the server of `DATABASE_URL`; gone when the run ends.
 * `examples` has the example waves published, `empty` the schema only.
 */
export async function testDatabase(template: 'empty' | 'examples'): Promise<Database> {
  const { server, ...templates } = inject('templates')
  if (server === null) {
    const loadDataDir = new Blob([new Uint8Array(await readFile(templates[template]))])
    return closedAfterFile(fromPGlite(await PGlite.create({ loadDataDir })))
  }
  const name = `${templates[template]}_${process.env.VITEST_POOL_ID}_${process.pid}_${copies++}`
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templates[template]}`)
  await admin.end()
  return closedAfterFile(openPostgresql(withDatabase(server, name)))
}
