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

const fewBuffers = 'shared_buffers=16MB'

/**
 * Starts PGlite, and makes its files where there are none. It lays out all of its buffers at each start and writes
 * whole files of its log at the first: with the usual 128 and 16 MB that takes most of the time.
 */
export function startPGlite(options: PGliteOptions): Promise<PGlite> {
  return PGlite.create({
    ...options,
    startParams: [...PGlite.defaultStartParams, '-c', fewBuffers],
    initDbStartParams: ['--set', fewBuffers, '--wal-segsize=1'],
  })
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
