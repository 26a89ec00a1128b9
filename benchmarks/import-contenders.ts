import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import pg from 'pg'

/** Reads a CSV file with csv-parse alone; gives its number of rows. */
export async function parseAlone(file: string): Promise<number> {
  let rows = 0
  for await (const _ of createReadStream(file).pipe(parse())) rows++
  return rows
}

/** Writes as many rows of ready-made JSON with pg alone, in one transaction. */
export async function writeAlone(databaseUrl: string, rows: number, row: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('CREATE TABLE alone (id text PRIMARY KEY, wave text NOT NULL, answers jsonb NOT NULL)')
    await client.query('CREATE INDEX ON alone (wave)')
    await client.query('BEGIN')
    for (let done = 0; done < rows; done += 1_000) {
      const batch = Array.from({ length: Math.min(1_000, rows - done) }, () => row)
      await client.query(
        "INSERT INTO alone SELECT gen_random_uuid(), 'wave', row::jsonb FROM unnest($1::text[]) AS row",
        [batch],
      )
    }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
