import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../database/database.ts'
import { fromPGlite, startPGlite } from '../database/open-embedded.ts'
import { openPostgresql } from '../database/open-postgresql.ts'
import { closedAfterFile } from './after-file.ts'
import { withDatabase } from './global-setup.ts'

let copies = 0

const templatesRead = new Map<string, Promise<Blob>>()

function read(file: string): Promise<Blob> {
  const known = templatesRead.get(file) ?? readFile(file).then((bytes) => new Blob([new Uint8Array(bytes)]))
  templatesRead.set(file, known)
  return known
}

/**
 * A database of the calling test file's own, embedded or on the server of `DATABASE_URL`; gone when the run ends.
 * `examples` has the example waves published, `empty` the schema only.
 */
export async function testDatabase(template: 'empty' | 'examples'): Promise<Database> {
  const { server, ...templates } = inject('templates')
  if (server === null) {
    const loadDataDir = await read(templates[template])
    return closedAfterFile(fromPGlite(await startPGlite({ loadDataDir })))
  }
  const name = `${templates[template]}_${process.env.VITEST_POOL_ID}_${process.pid}_${copies++}`
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templates[template]}`)
  await admin.end()
  return closedAfterFile(openPostgresql(withDatabase(server, name)))
}
