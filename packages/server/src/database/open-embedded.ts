import path from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../generated/prisma/client.ts'
import type { Database } from './database.ts'
import { lockFolder } from './folder-lock.ts'

/** Opens PostgreSQL inside this process, kept in a folder. The folder is made when it is not there. */
export async function openEmbedded(folder: string): Promise<Database> {
  const unlock = await lockFolder(folder)
  const database = fromPGlite(await startPGlite({ dataDir: path.join(folder, 'postgres') }))
  return {
    ...database,
    close: async () => {
      await database.close()
      await unlock()
    },
  }
}

/** Starts PGlite. It lays out all of its buffers at the start, which takes most of that time where they are 128 MB. */
export function startPGlite(options: PGliteOptions): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']
  return PGlite.create({ ...options, startParams })
}

/** Wraps a running PGlite. */
export function fromPGlite(pglite: PGlite): Database {
  const prisma = new PrismaClient({
    adapter: new PrismaPGlite(pglite),
    log: [{ emit: 'event', level: 'query' }],
  })
  return {
    prisma,
    kind: 'embedded',
    withSql: (work) =>
      work({
        execute: async (sql) => {
          await pglite.exec(sql)
        },
        query: async (sql, parameters) =>
          (await pglite.query<Record<string, unknown>>(sql, [...(parameters ?? [])])).rows,
      }),
    close: async () => {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}
