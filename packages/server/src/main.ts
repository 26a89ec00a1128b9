import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readOutsideIssuers } from './access/outside-issuers.ts'
import { firstSignInLink } from './access/staff-accounts.ts'
import { type App, createApp } from './app.ts'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'
import { exampleTable } from './example-table.ts'
import { loadExampleWaves } from './example-waves.ts'
import { progressLine, publishing } from './progress-line.ts'
import { endThreads } from './release/worker-threads.ts'
import { keepWaves } from './wave-life/keep-waves.ts'
import { welcome } from './welcome.ts'

const usage = `Usage: npm start

Serves the PEO results. Environment:
  PORT             port to listen on (4000)
  HOST             address to listen on (127.0.0.1; 0.0.0.0 for every network)
  PUBLIC_URL       the address that readers use, and the name of the issuer (http://localhost:PORT)
  ISSUERS          a file that names other issuers whose tokens are taken (docs/access.md)
  DATABASE_URL     a PostgreSQL server; without it an embedded database is used
  DATA_DIR         folder of the embedded database (.data)
  TRUST_PROXY      how many proxies stand before the service and add to X-Forwarded-For (0)
  RATE_LIMIT       points that a reader may use in a minute: 1 a request, 1 a cell (60000)
  AUDIT_LOG_DAYS   for how many days it is kept who asked and changed what (365)
  ROWS_KEPT_DAYS   days after publication on which the collected rows of a wave are deleted (never)
  COLUMN_CACHE_MB  megabytes of answers to published waves to keep in memory (256)

A database without waves gets the example waves. npm run import loads others.
`

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env)
  const { issuersFile } = configuration
  const outsideIssuers = issuersFile === undefined ? [] : await readOutsideIssuers(issuersFile)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(
    configuration.databaseUrl === undefined
      ? `Opening the embedded database in ${configuration.dataDirectory} ...`
      : 'Connecting to PostgreSQL ...',
  )
  const database = await openDatabase(configuration)
  const line = progressLine(process.stderr)
  const loaded = await loadExampleWaves(database, publishing(line))
  line.clear()
  if (loaded) say('Loaded and published the example waves.')
  let app: App | undefined
  let waves: ReturnType<typeof keepWaves> | undefined
  let listener: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '1' }).end()
  const server = createServer((request, response) => listener(request, response))
  const stop = () => {
    app?.stop()
    server.close(async () => {
      const ended = waves?.end()
      await app?.close()
      await endThreads()
      await ended
      await database.close()
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await once(server.listen(configuration.port, configuration.host), 'listening')
    const { port } = server.address() as AddressInfo
    const url = configuration.publicUrl ?? `http://localhost:${port}`
    app = createApp(database, { ...configuration, url, outsideIssuers })
    // A first request compiles what later ones only run, and holds the event loop meanwhile: ask it before anyone can.
    await app.fetch('http://localhost/graphql?query={viewer{role}}')
    listener = app
    waves = keepWaves(database.prisma, configuration.rowsKeptDays)
    const link = database.kind === 'embedded' ? await firstSignInLink(database, url) : undefined
    say(`\n${welcome(`http://localhost:${port}`, await exampleTable(database.prisma), link)}`)
  } catch (error) {
    server.close()
    await waves?.end()
    await database.close()
    throw error
  }
}

function fail(error: NodeJS.ErrnoException): void {
  const advice =
    error.code === 'EADDRINUSE' ? ' Another program listens there; choose another port with PORT.' : ''
  process.stderr.write(`${error.message.replace(/\.$/, '')}.${advice}\n`)
  if (error.cause instanceof Error) process.stderr.write(`${error.cause.message}\n`)
  process.exitCode = 1
}

if (process.argv.includes('--help')) process.stdout.write(usage)
else await start().catch(fail)
