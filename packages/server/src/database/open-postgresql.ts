import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import type { Database } from './database.ts'

/** Any number, the same in every replica: the advisory lock that migrations take. */
const migrationLock = 7_300_520

/** How long to wait for a connection before saying that there is none; pg itself would wait for ever. */
const connectionTimeoutMillis = 10_000

/** Connects to a PostgreSQL server. */
export function openPostgresql(url: string): Database {
  const connection = { connectionString: url, connectionTimeoutMillis }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(connection),
    log: [{ emit: 'event', level: 'query' }],
  })
  return {
    prisma,
    kind: 'postgresql',
    withSql: async (work) => {
      const client = new pg.Client(connection)
      await client.connect()
      try {
        await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
        return await work({
          execute: async (sql) => {
            await client.query(sql)
          },
          query: async (sql, parameters) => (await client.query(sql, [...(parameters ?? [])])).rows,
        })
      } finally {
        await client.end()
      }
    },
    close: () => prisma.$disconnect(),
  }
}
