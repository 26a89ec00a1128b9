import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { applyMigrations } from './apply-migrations.ts'
import type { Database } from './database.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})

async function migrations(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, sql] of Object.entries(files)) {
    await mkdir(path.join(folder, name))
    await writeFile(path.join(folder, name, 'migration.sql'), sql)
  }
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return folder
}

const query = (sql: string) => database.withSql((runner) => runner.query(sql))
const history = (prefix: string) =>
  query(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE migration_name LIKE '${prefix}%' ORDER BY started_at, 1`,
  )
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

test('the schema itself is in the history, with the sha256 of its file', async () => {
  const folder = new URL('../../../../prisma/migrations/', import.meta.url)
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  expect(names.length).toBeGreaterThan(0)
  for (const { name } of names) {
    const checksum = sha256(await readFile(new URL(`${name}/migration.sql`, folder)))
    expect(await history(name)).toEqual([{ name, checksum }])
  }
  await applyMigrations(database)
  expect(await query('SELECT count(*)::int AS count FROM "_prisma_migrations"')).toEqual([
    { count: names.length },
  ])
})

// Source: create_migrations_table of the PostgreSQL flavour in github.com/prisma/prisma-engines.
test('the history has the shape that prisma migrate deploy reads', async () => {
  const columns = await query(
    `SELECT column_name AS name, data_type AS type, character_maximum_length AS length, is_nullable AS nullable, column_default AS initial
     FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  )
  const column = (name: string, type: string, nullable = 'NO', initial: string | null = null) => ({
    name,
    type: type.replace(/\d+/, ''),
    length: Number(/\d+/.exec(type)?.[0]) || null,
    nullable,
    initial,
  })
  expect(columns).toEqual([
    column('id', 'character varying36'),
    column('checksum', 'character varying64'),
    column('finished_at', 'timestamp with time zone', 'YES'),
    column('migration_name', 'character varying255'),
    column('logs', 'text', 'YES'),
    column('rolled_back_at', 'timestamp with time zone', 'YES'),
    column('started_at', 'timestamp with time zone', 'NO', 'now()'),
    column('applied_steps_count', 'integer', 'NO', '0'),
  ])
  const unfinished = await query(
    'SELECT 1 FROM "_prisma_migrations" WHERE finished_at IS NULL OR rolled_back_at IS NOT NULL OR applied_steps_count <> 1',
  )
  expect(unfinished).toEqual([])
})

test('each migration is applied once, in the order of the names, and a later one is added', async () => {
  const first = { order_2: 'INSERT INTO ordered VALUES (2);', order_1: 'CREATE TABLE ordered (step int);' }
  await applyMigrations(database, await migrations(first))
  const folder = await migrations({ ...first, order_3: 'INSERT INTO ordered VALUES (3);' })
  await applyMigrations(database, folder)
  await applyMigrations(database, folder)
  expect(await query('SELECT step FROM ordered ORDER BY 1')).toEqual([{ step: 2 }, { step: 3 }])
  expect((await history('order_')).map(({ name }) => name)).toEqual(['order_1', 'order_2', 'order_3'])
})

test('a migration that was changed since is refused, and nothing after it is applied', async () => {
  await applyMigrations(database, await migrations({ changed_1: 'CREATE TABLE changed (a int);' }))
  const folder = await migrations({
    changed_1: 'CREATE TABLE changed (a int );',
    changed_2: 'CREATE TABLE never_made (a int);',
  })
  await expect(applyMigrations(database, folder)).rejects.toThrow(
    'Migration changed_1 was changed after it was applied to this database. Restore the file and put the change in a new migration.',
  )
  expect(await query("SELECT to_regclass('never_made')::text AS name")).toEqual([{ name: null }])
})

test('a migration that fails half-way leaves nothing, and can be applied when it is mended', async () => {
  const broken = await migrations({ half_1: 'CREATE TABLE half (a int); INSERT INTO nowhere VALUES (1);' })
  await expect(applyMigrations(database, broken)).rejects.toMatchObject({
    message: 'Migration half_1 failed; nothing of it was kept.',
    cause: expect.objectContaining({ message: expect.stringContaining('nowhere') }),
  })
  expect(await history('half_')).toEqual([])
  const mended = 'CREATE TABLE half (a int);'
  await applyMigrations(database, await migrations({ half_1: mended }))
  expect(await history('half_')).toEqual([{ name: 'half_1', checksum: sha256(mended) }])
})

test('replicas that start together take turns', async ({ skip }) => {
  skip(database.kind === 'embedded', 'one process has an embedded database, which opens it once')
  const folder = await migrations({ turn_1: 'CREATE TABLE turn (a int); SELECT pg_sleep(0.3);' })
  await Promise.all([1, 2, 3].map(() => applyMigrations(database, folder)))
  expect(await history('turn_')).toHaveLength(1)
})
