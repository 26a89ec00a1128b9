import type { Database, SqlRunner } from '../../database/database.ts'
import { emptyAuditLog } from '../../testing/empty-audit-log.ts'

/** Number of rows of every table of the schema that has any. */
export function countRows({ withSql }: Database): Promise<Record<string, number>> {
  return withSql(async (sql) => {
    const counts: [string, number][] = []
    for (const table of await tables(sql)) {
      const [row] = await sql.query(`SELECT count(*)::int AS count FROM "${table}"`)
      counts.push([table, Number(row?.count)])
    }
    return Object.fromEntries(counts.filter(([, count]) => count > 0))
  })
}

/** Empties every table of the schema. */
export async function emptyTables(database: Database): Promise<void> {
  await emptyAuditLog(database)
  await database.withSql(async (sql) => {
    const names = (await tables(sql)).filter((table) => table !== 'AuditEntry').map((table) => `"${table}"`)
    await sql.execute(`TRUNCATE ${names.join()}`)
  })
}

async function tables({ query }: SqlRunner): Promise<string[]> {
  const rows = await query(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  )
  if (rows.length === 0) throw new Error('there are no tables')
  return rows.map(({ tablename }) => String(tablename))
}
