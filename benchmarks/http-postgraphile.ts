import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { type StartedServer, startServer } from './http-server.ts'

/** PostGraphile 5 needs Node.js 22, which npm carries as a package for each platform. */
const packages = [
  'postgraphile@5.1',
  '@graphile/pg-aggregates@0.2.0-rc.2',
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@22`,
]

const preset = `
import { PgAggregatesPreset } from '@graphile/pg-aggregates'
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

export default {
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['bench'] })],
  grafserv: { host: '127.0.0.1', port: Number(process.env.PORT), watch: false, graphiql: false },
}
`

/** The table of question 0 as PostGraphile groups it: the counts, and the bases that percentages are taken of. */
export const groupedQuestion = {
  query: `{
    allRespondents {
      cells: groupedAggregates(groupBy: [SECTOR, RUIMTE_RELATIE]) { keys sum { one } }
      columns: groupedAggregates(groupBy: [RUIMTE_RELATIE]) { keys sum { one } }
    }
  }`,
}

/** Puts the respondents of peo-2022 into the database, one row each; `one` is there to be added up. */
async function fillTable(databaseUrl: string): Promise<void> {
  const file = new URL('../prisma/examples/peo-2022.responses.csv', import.meta.url)
  const rows = parse(await readFile(file, 'utf8'), { columns: true }) as Record<string, string>[]
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  await client.query(`
    CREATE SCHEMA bench;
    CREATE TABLE bench.respondents
      (id serial PRIMARY KEY, sector text NOT NULL, ruimte_relatie text NOT NULL, one int NOT NULL DEFAULT 1);
    CREATE INDEX ON bench.respondents (sector);
    CREATE INDEX ON bench.respondents (ruimte_relatie);`)
  await client.query(
    `INSERT INTO bench.respondents (sector, ruimte_relatie)
     SELECT sector, ruimte_relatie FROM json_to_recordset($1) AS row (sector text, ruimte_relatie text)`,
    [JSON.stringify(rows)],
  )
  await client.query('ANALYZE bench.respondents')
  await client.end()
}

/**
 * Fetches PostGraphile into a folder that is gone when it is stopped, and starts it on a table with the answers of
 * peo-2022.
 *
 * @throws Error when it cannot be fetched or started
 */
export async function startPostgraphile(databaseUrl: string): Promise<StartedServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-postgraphile-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await writeFile(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    await writeFile(path.join(folder, 'graphile.config.js'), preset)
    const install = [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...packages,
    ]
    await promisify(execFile)('npm', install, { cwd: folder })
    await fillTable(databaseUrl)
    const modules = path.join(folder, 'node_modules')
    const node = path.join(modules, packages[2]!.split('@')[0]!, 'bin', 'node')
    const program = path.join(modules, 'postgraphile', 'dist', 'cli-run.js')
    const environment = { DATABASE_URL: databaseUrl, PORT: '0', GRAPHILE_ENV: 'production', NODE_OPTIONS: '' }
    const server = await startServer(node, [program], environment, folder)
    return { url: server.url, stop: () => server.stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}
