import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { parseAlone, writeAlone } from './import-contenders.ts'
import { writeSurvey } from './import-file.ts'
import { uploadWith } from './import-upload.ts'

const usage = `Usage: npm run bench:import -- [--respondents 100000]

Imports a CSV file of forty questions with the command, on PostgreSQL, and by GraphQL, and prints seconds and the memory
peak (of the service: how much it grew), beside csv-parse that only reads the file and pg that only writes as many rows of ready-made JSON.

  DATABASE_URL   a PostgreSQL server where a database can be made and dropped
                 (postgresql://postgres@127.0.0.1:5432/postgres)
  --help         show this
`

/** What an import of 100,000 respondents may take. */
const limits = { seconds: 30, megabytes: 300 }

const say = (text: string) => process.stdout.write(`${text}\n`)

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Runs the command; gives the most memory it had, in megabytes. */
function importWith(databaseUrl: string, codebook: string): Promise<number> {
  const local = (file: string) => fileURLToPath(new URL(file, import.meta.url))
  const command = [
    '--optimize-for-size',
    '--import',
    'tsx',
    '--import',
    local('report-memory.ts'),
    local('../packages/server/src/import-command.ts'),
  ]
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: databaseUrl }
    const child = spawn(process.execPath, [...command, codebook], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    })
    let kilobytes = ''
    child.stdio[3]?.on('data', (data) => (kilobytes += data))
    child.once('close', (code) =>
      code === 0
        ? resolve(Number(kilobytes) / 1024)
        : reject(new Error(`the import ended with code ${code}`)),
    )
  })
}

async function compare(databaseUrl: string, folder: string, respondents: number): Promise<void> {
  const codebook = await writeSurvey(folder, respondents)
  const csv = path.join(folder, 'bench.csv')
  say(`${respondents} respondents, ${((await stat(csv)).size / 1e6).toFixed(0)} MB of CSV`)
  let megabytes = 0
  const own = await seconds(async () => {
    megabytes = await importWith(databaseUrl, codebook)
  })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query('SELECT answers::text AS row FROM "Respondent" LIMIT 1')
  await client.end()
  let grown = 0
  const sent = await seconds(async () => {
    grown = await uploadWith(databaseUrl, csv, respondents)
  })
  const read = await seconds(() => parseAlone(csv))
  const write = await seconds(() => writeAlone(databaseUrl, respondents, rows[0].row))
  say(`import            ${own.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most`)
  say(`upload            ${sent.toFixed(1)} s, ${grown.toFixed(0)} MB more than before at most`)
  say(`csv-parse alone   ${read.toFixed(1)} s`)
  say(`pg alone          ${write.toFixed(1)} s`)
  say(
    `ratio             ${(own / (read + write)).toFixed(2)} times what reading once and writing take by themselves`,
  )
  const met = Math.max(own, sent) <= limits.seconds && Math.max(megabytes, grown) <= limits.megabytes
  say(`limits            ${limits.seconds} s and ${limits.megabytes} MB: ${met ? 'met' : 'NOT MET'}`)
  if (!met) process.exitCode = 1
}

const { values } = parseArgs({
  options: { respondents: { type: 'string', default: '100000' }, help: { type: 'boolean' } },
})
if (values.help) process.stdout.write(usage)
else {
  const server = process.env.DATABASE_URL || 'postgresql://postgres@127.0.0.1:5432/postgres'
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 })
  await admin.connect()
  const name = `peo_bench_import_${process.pid}`
  const address = new URL(server)
  address.pathname = `/${name}`
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-bench-'))
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    await compare(address.href, folder, Number(values.respondents))
  } finally {
    await rm(folder, { recursive: true, force: true })
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}
