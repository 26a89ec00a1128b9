import type { Database } from '../../database/database.ts'

/** A row of any table: its columns, those of the system too, as texts. */
export interface AnyRow {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
}

/** What PostgreSQL keeps beside each row: where it lies, and which transactions and commands wrote it. */
const system = ['ctid', 'xmin', 'xmax', 'cmin', 'cmax']

/** Reads every row of every table, as somebody with the whole database can, in the order in which they lie. */
export function readEverything(database: Database): Promise<AnyRow[]> {
  return database.withSql(async (sql) => {
    const tables = await sql.query(
      `SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    const rows: AnyRow[] = []
    for (const { relname } of tables) {
      const table = String(relname)
      const own = system.map((column) => `t.${column}::text`).join(', ')
      // Where a long value lies, since PostgreSQL 17.
      const [{ known } = { known: false }] = await sql.query(
        `SELECT to_regproc('pg_column_toast_chunk_id') IS NOT NULL AS known`,
      )
      const chunk =
        table === 'Respondent' && known ? ', pg_column_toast_chunk_id(t.answers)::text AS chunk' : ''
      const read = await sql.query(
        `SELECT ${own}${chunk}, to_jsonb(t) AS row FROM "${table}" t ORDER BY t.ctid`,
      )
      for (const { row, ...rest } of read) {
        const columns = Object.entries({ ...rest, ...(row as object) }).filter(([, value]) => value !== null)
        rows.push({
          table,
          columns: Object.fromEntries(columns.map(([name, value]) => [name, textOf(value)])),
        })
      }
    }
    return rows
  })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
