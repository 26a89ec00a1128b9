import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../database/apply-migrations.ts'
import type { Database } from '../database/database.ts'
import { fromPGlite } from '../database/open-embedded.ts'
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
  const pglite = await PGlite.create()
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
  const templates = { empty: `peo_test_${process.pid}_empty`, examples: `peo_test_${process.pid}_examples` }
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await admin.connect()
  const make = async (name: string, fill: (database: Database) => Promise<unknown>) => {
    await admin.query(`CREATE DATABASE ${name}`)
    const database = openPostgresql(withDatabase(url, name))
    await applyMigrations(database)
    await fill(database)
    await database.close()
  }
  await make(templates.empty, async () => {})
  await make(templates.examples, loadExampleWaves)
  return {
    templates,
    remove: async () => {
      const copies = await admin.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
        `peo\\_test\\_${process.pid}\\_%`,
      ])
      for (const { datname } of copies.rows)
        await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
      await admin.end()
    },
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
