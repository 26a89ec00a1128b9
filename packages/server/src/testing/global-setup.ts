import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../database/apply-migrations.ts'
import type { Database } from '../database/database.ts'
import { fromPGlite, startPGlite } from '../database/open-embedded.ts'
import { openPostgresql } from '../database/open-postgresql.ts'
import { loadExampleWaves } from '../example-waves.ts'
import { keptTemplates } from './kept-templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The databases that tests copy: one with the schema only, one with the example waves published. */
    templates: { readonly server: string | null; readonly empty: string; readonly examples: string }
  }
}

/** Makes both templates once, embedded or, with `DATABASE_URL`, on that server. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL || null
  const { templates, remove } = server === null ? await embedded() : await onServer(server)
  provide('templates', { server, ...templates })
  return remove
}

async function embedded() {
  const folder = await keptTemplates(makeEmbedded)
  const templates = { empty: path.join(folder, 'empty.tar'), examples: path.join(folder, 'examples.tar') }
  return { templates, remove: async () => {} }
}

async function makeEmbedded(folder: string): Promise<void> {
  const pglite = await startPGlite({})
  const database = fromPGlite(pglite)
  const dump = async (name: string) => {
    const data = await pglite.dumpDataDir('none')
    await writeFile(path.join(folder, name), Buffer.from(await data.arrayBuffer()))
  }
  await applyMigrations(database)
  await dump('empty.tar')
  await loadExampleWaves(database)
  await dump('examples.tar')
  await database.close()
}

async function onServer(url: string) {
  // Not the number of the process: a run that was killed leaves its databases, and a later one may get its number.
  const run = `peo_test_${randomBytes(6).toString('hex')}`
  const templates = { empty: `${run}_empty`, examples: `${run}_examples` }
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await admin.connect()
  const make = async (name: string, fill: (database: Database) => Promise<unknown>) => {
    await admin.query(`CREATE DATABASE ${name}`)
    const database = openPostgresql(withDatabase(url, name))
    await applyMigrations(database)
    await fill(database)
    await database.close()
  }
  const remove = async () => {
    const copies = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [run])
    for (const { datname } of copies.rows)
      await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    await admin.end()
  }
  try {
    await make(templates.empty, async () => {})
    await make(templates.examples, loadExampleWaves)
  } catch (error) {
    await remove()
    throw error
  }
  return { templates, remove }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
