import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfiguration } from '../packages/server/src/configuration.ts'
import { openDatabase } from '../packages/server/src/database/open-database.ts'
import type { LoopDelay } from './event-loop-monitor.ts'
import { differentTables, type TableRequest } from './event-loop-requests.ts'
import { writeWave } from './event-loop-wave.ts'

const usage = `Usage: npm run bench:event-loop

Publishes waves of 1 and 3 million made-up respondents in a database of its own, puts 15 s of load on the service,
and prints how long its event loop was held at most, beside that of an idle process: on few cores, the database and
the readers make both late. Fails where it was held for more than 20 ms.

  DATABASE_URL   a PostgreSQL server where a database can be made and dropped
                 (postgresql://postgres@127.0.0.1:5432/postgres; where none answers, the embedded database)
  --help         show this
`

const root = fileURLToPath(new URL('..', import.meta.url))
const waves = { 'load-1m': 1_000_000, 'load-3m': 3_000_000 }
const readers = 8
const seconds = 15
const most = 20

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Where a database of the benchmark's own is, as environment, and how it goes. */
async function makeDatabase() {
  const server = process.env.DATABASE_URL || 'postgresql://postgres@127.0.0.1:5432/postgres'
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 })
  const name = `peo_event_loop_${process.pid}`
  try {
    await admin.connect()
  } catch (error) {
    if (process.env.DATABASE_URL) throw error
    const folder = await mkdtemp(path.join(tmpdir(), 'peo-event-loop-'))
    const remove = () => rm(folder, { recursive: true, force: true })
    return { environment: { DATABASE_URL: '', DATA_DIR: folder }, remove }
  }
  await admin.query(`CREATE DATABASE ${name}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  const remove = async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
  return { environment: { DATABASE_URL: address.href }, remove }
}

/** Starts the service on a free port, its event loop watched. */
async function startService(environment: NodeJS.ProcessEnv) {
  const monitor = new URL('./event-loop-monitor.ts', import.meta.url).href
  const service = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', monitor, 'packages/server/src/main.ts'],
    {
      cwd: root,
      env: { ...process.env, ...environment, PORT: '0', HOST: '127.0.0.1', RATE_LIMIT: '1000000000' },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  let output = ''
  for await (const chunk of service.stdout!) {
    output += chunk
    const port = /answers on http:\S+:(\d+)/.exec(output)?.[1]
    if (port !== undefined) return { service, origin: `http://127.0.0.1:${port}` }
  }
  throw new Error(`The service did not start:\n${output}`)
}

/** A process that does nothing, watched as the service is: shows how late the machine itself wakes a process. */
function startIdle(): ChildProcess {
  const monitor = new URL('./event-loop-monitor.ts', import.meta.url).href
  return spawn(
    process.execPath,
    ['--import', 'tsx', '--import', monitor, '-e', 'setInterval(() => {}, 60_000)'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
}

async function loopDelay(service: ChildProcess): Promise<LoopDelay> {
  const answer = once(service, 'message')
  service.send('report')
  return (await answer)[0]
}

async function ask(origin: string, request: TableRequest): Promise<void> {
  const response =
    'path' in request
      ? await fetch(`${origin}${request.path}`)
      : await fetch(`${origin}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        })
  const body = await response.text()
  if (!response.ok || body.includes('"errors"')) throw new Error(`${JSON.stringify(request)}: ${body}`)
}

/** Readers who ask for tables of all waves, every second one of them again. */
async function load(origin: string): Promise<{ first: number; again: number }> {
  const fresh = Object.keys(waves).map(differentTables)
  const known: TableRequest[] = []
  const asked = { first: 0, again: 0 }
  const end = performance.now() + seconds * 1000
  const read = async (reader: number) => {
    for (let turn = reader; performance.now() < end; turn++) {
      const repeated = turn % 2 === 1 ? known[(turn * 7919) % known.length] : undefined
      const request = repeated ?? fresh[(turn >> 1) % fresh.length]!.next().value
      await ask(origin, request)
      asked[repeated === undefined ? 'first' : 'again']++
      if (repeated === undefined) known.push(request)
    }
  }
  await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)))
  return asked
}

/** Writes the waves, loads the service and tells how its event loop fared; gives the longest that it was held, in milliseconds. */
async function measure(environment: NodeJS.ProcessEnv, running: ChildProcess[]): Promise<number> {
  const open = await openDatabase(readConfiguration(environment))
  for (const [code, size] of Object.entries(waves)) {
    say(`Writing a wave of ${size} respondents ...`)
    await writeWave(open, code, size)
  }
  await open.close()
  const idle = startIdle()
  running.push(idle)
  const { service, origin } = await startService(environment)
  running.push(service)
  await Promise.all([loopDelay(service), loopDelay(idle)])
  say(`${readers} readers ask for tables of both waves for ${seconds} s ...`)
  const { first, again } = await load(origin)
  const delays = { 'the service': await loopDelay(service), 'an idle process': await loopDelay(idle) }
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node.js ${process.version}`,
  )
  say(
    `tables: ${first} asked for the first time, ${again} again; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  )
  for (const [name, { longest, p99, held }] of Object.entries(delays)) {
    const processor = held === null ? '' : `longest held ${held.toFixed(1)} ms of processor time; `
    say(`event loop of ${name}: ${processor}longest delay ${longest.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)
  }
  return delays['the service'].held ?? delays['the service'].longest
}

async function run(): Promise<void> {
  const { environment, remove } = await makeDatabase()
  const running: ChildProcess[] = []
  try {
    const longest = await measure(environment, running)
    if (longest > most) process.exitCode = 1
  } finally {
    for (const child of running)
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    await remove()
  }
}

if (process.argv.includes('--help')) process.stdout.write(usage)
else await run()
