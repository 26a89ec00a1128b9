/**
 * What the migrations still lack of `schema.prisma`, as SQL: Prisma's schema engine in WebAssembly on an
 * in-memory PGlite. The engine's interface is undocumented, so it stays in this development script.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** Node.js has it; the types of Node.js 20 leave it to the browser's. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const migrationsFolder = path.join(folder, 'migrations')

async function loadSchemaEngine(): Promise<typeof schemaEngine.SchemaEngine> {
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': { ...schemaEngine },
  })
  schemaEngine.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return schemaEngine.SchemaEngine
}

async function migrationDirectories() {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  )
}

/** SQL that takes the migrations' end state to `schema.prisma`; empty when they agree. */
export async function migrationDiff(): Promise<string> {
  const schema = {
    path: 'schema.prisma',
    content: await readFile(path.join(folder, 'schema.prisma'), 'utf8'),
  }
  const database = new PGlite()
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'pglite-prisma-adapter',
    connect: () => new PrismaPGlite(database).connect(),
    connectToShadowDb: () => new PrismaPGlite(new PGlite()).connect(),
  })
  const SchemaEngine = await loadSchemaEngine()
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter)
  const result = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: migrationsFolder,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: await migrationDirectories(),
    },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  await database.close()
  return result.exitCode === 0 ? '' : (result.stdout ?? '')
}
