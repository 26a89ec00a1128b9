import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { checkCounts } from './http-counts.ts'
import { type Measured, measure, median } from './http-load.ts'
import { groupedQuestion, startPostgraphile } from './http-postgraphile.ts'
import { question } from './http-questions.ts'
import { type StartedServer, startServer } from './http-server.ts'

const usage = `Usage: npm run bench:http

Puts load on three servers in turn, and prints requests per second and the slowest of 100 answers (p99):
  service       this service, on PostgreSQL with the example waves
  bare yoga     graphql-yoga alone, executing a hard-coded answer of the same shape
  PostGraphile  PostGraphile 5 with pg-aggregates, grouping the same answers in the same PostgreSQL
First with one table of 16 cells over and over, then (without PostGraphile) with tables never asked before.
PostGraphile is fetched from the package registry for the run; without it, the others are measured.

  DATABASE_URL   a PostgreSQL server where a database can be made and dropped
                 (postgresql://postgres@127.0.0.1:5432/postgres)
  --help         show this
`

/** Rounds of seconds for each server; the medians over the rounds count. */
const load = { rounds: 7, seconds: 3 }

interface Contender {
  readonly name: string
  readonly url: string
  /** The repeated table's question to this server. */
  readonly asks: string
  /** How many times faster the service ought to be. */
  readonly target?: number
}

const say = (line: string) => process.stdout.write(`${line}\n`)

async function run(): Promise<void> {
  const server = process.env.DATABASE_URL || 'postgresql://postgres@127.0.0.1:5432/postgres'
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 })
  await admin.connect()
  const name = `peo_bench_http_${process.pid}`
  const address = new URL(server)
  address.pathname = `/${name}`
  const started: StartedServer[] = []
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    await compare(address.href, started)
  } finally {
    await Promise.all(started.map((one) => one.stop()))
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}

async function compare(databaseUrl: string, started: StartedServer[]): Promise<void> {
  const program = (file: string) => ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url))]
  const start = async (starting: Promise<StartedServer>) => {
    const server = await starting
    started.push(server)
    return server.url
  }
  const own = { DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1', RATE_LIMIT: '1000000000' }
  const main = program('../packages/server/src/main.ts')
  const asks = JSON.stringify(question(0))
  const service = { name: 'service', url: await start(startServer(process.execPath, main, own)), asks }
  const bareUrl = await start(startServer(process.execPath, program('http-bare-server.ts'), {}))
  const repeated: Contender[] = [service, { name: 'bare yoga', url: bareUrl, asks, target: 5 }]
  try {
    const url = await start(startPostgraphile(databaseUrl))
    repeated.push({ name: 'PostGraphile 5', url, asks: JSON.stringify(groupedQuestion), target: 10 })
  } catch (error) {
    say(`Goes on without PostGraphile: ${error instanceof Error ? error.message : error}\n`)
  }
  await checkCounts(repeated)
  say(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node.js ${process.version}\n`)
  await race('One table, over and over', repeated, ({ asks }) => asks)
  let number = 1
  const firstTime: Contender[] = [service, { name: 'bare yoga', url: bareUrl, asks, target: 0.8 }]
  await race('Tables never asked before', firstTime, () => () => JSON.stringify(question(number++)))
}

/** Puts load on one server after the other, round by round, and prints the medians. */
async function race(
  title: string,
  contenders: readonly Contender[],
  bodyFor: (contender: Contender) => string | (() => string),
): Promise<void> {
  const rounds = contenders.map((): Measured[] => [])
  for (const contender of contenders) await measure(contender.url, bodyFor(contender), load.seconds)
  for (let round = 0; round < load.rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      rounds[index]!.push(await measure(contender.url, bodyFor(contender), load.seconds))
    }
  }
  const speeds = rounds.map((all) => median(all.map(({ perSecond }) => perSecond)))
  say(`| ${title} | requests/s | p99, ms | service is faster | wanted |\n|---|---|---|---|---|`)
  for (const [index, { name, target }] of contenders.entries()) {
    const p99 = median(rounds[index]!.map((one) => one.p99))
    const ratio = speeds[0]! / speeds[index]!
    const verdict =
      target === undefined ? '' : `${ratio.toFixed(2)} times${ratio < target ? ' (missed)' : ''}`
    say(`| ${name} | ${Math.round(speeds[index]!)} | ${p99} | ${verdict} | ${target ?? ''} |`)
  }
  say('')
}

if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) process.stdout.write(usage)
else await run()
