import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type App, createApp } from '../packages/server/src/app.ts'
import { readConfiguration } from '../packages/server/src/configuration.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { openDatabase } from '../packages/server/src/database/open-database.ts'
import { hiddenWave, moveHidden, truths } from '../tests/attack/hidden-wave.ts'
import { publishWaves } from '../tests/attack/publish-waves.ts'
import { randomNumbers } from './random-numbers.ts'
import { meanInterval, rocArea } from './roc-area.ts'

/** How many waves hold the same. */
const copies = 4

const usage = `Usage: npm run bench:timing [-- --seed N]

Publishes ${copies} copies each of waves that differ only in what withheld groups hold, asks the service in random order for
tables that it has not made before, and prints how well the time of an answer tells the waves apart: the area under the
ROC curve, of which 0.5 is a guess. Each copy is compared with another; the 95% interval is by Student's t over them,
because two copies of the very same wave differ a little in where they lie in memory. Beside it, as controls: copies of
the same wave, and a group that is shown beside one that is withheld, which everyone can see. There is no network
between: no reader has a better clock. One interval in twenty misses 0.5 by chance. Takes a minute. Fails where the
control that is shown is not told apart.

  --seed N   the order of the requests
  --help     show this
`

/** Rounds of one request for each wave and table, and when to stop before. */
const most = { rounds: 3000, seconds: 35 }
const warmUp = 100

/** Waves of one code length in each copy; the first two hold the same. */
const kinds = { ...truths, 'three alike again': truths['three alike'] }
const compared = ['three alike', 'three alike again', 'three not alike', 'one', 'nobody'] as const
const waves = Array.from({ length: copies }, (_, copy) =>
  compared.map((name, index) => ({ code: `wave-${copy + 1}${index + 1}`, copy, name, hidden: kinds[name] })),
).flat()

const tables = {
  'counts of the group': 'crosstab.csv?rows=space&filter=sector:c',
  'means of the group': 'means.csv?of=joy&filter=sector:c',
  'means by sector': 'means.csv?of=joy&by=sector',
}

interface Contender {
  readonly table: string
  readonly copy: number
  readonly wave: string
  readonly query: string
  readonly times: number[]
}

const say = (line: string) => process.stdout.write(`${line}\n`)

async function publish(database: Database): Promise<void> {
  for (let copy = 0; copy < copies; copy++) {
    const own = waves.filter((wave) => wave.copy === copy)
    await publishWaves(
      database,
      own.map(({ code }) => hiddenWave(code)),
    )
  }
  for (const { code, hidden } of waves) await moveHidden(database, code, hidden)
}

function contenders(): Contender[] {
  return Object.entries(tables).flatMap(([table, query]) =>
    waves.flatMap(({ code, copy, name }) => {
      const asked = { table, copy, wave: name, query: `${query}&waves=${code}`, times: [] }
      const shown = { ...asked, wave: 'shown', query: asked.query.replace(':c', ':b'), times: [] }
      return name === 'three alike' && query.includes(':c') ? [asked, shown] : [asked]
    }),
  )
}

/** Asks every contender once a round, in random order, for a table that was not made before. */
async function race(app: App, all: readonly Contender[], seed: number): Promise<void> {
  const random = randomNumbers(seed)
  const end = performance.now() + most.seconds * 1000
  for (let round = 0; round < warmUp + most.rounds && performance.now() < end; round++) {
    const level = (0.9 + round * 1e-6).toFixed(6)
    for (const { query, times } of shuffled(all, random)) {
      const url = `http://127.0.0.1/tables/${query}&confidenceLevel=${level}`
      const began = performance.now()
      const response = await app.fetch(url)
      await response.text()
      const took = performance.now() - began
      if (response.status !== 200) throw new Error(`${url} answers ${response.status}`)
      if (round >= warmUp) times.push(took)
    }
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const keys = new Map(items.map((item) => [item, random()]))
  return [...items].sort((a, b) => keys.get(a)! - keys.get(b)!)
}

/** Prints how well times tell the waves apart. */
function report(all: readonly Contender[]): void {
  say('| table | three alike in the group, beside | area (95% interval) | medians, µs |\n|---|---|---|---|')
  for (const table of Object.keys(tables)) {
    const timesOf = (wave: string) =>
      all.filter((one) => one.table === table && one.wave === wave).map(({ times }) => times)
    const first = timesOf('three alike')
    for (const wave of [...compared.slice(1), 'shown']) {
      const other = timesOf(wave)
      if (other.length === 0) continue
      const { mean, low, high } = meanInterval(other.map((times, copy) => rocArea(first[copy]!, times)))
      const medians = [first, other].map((times) => Math.round(1000 * median(times.flat()))).join(' and ')
      say(
        `| ${table} | ${wave} | ${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}) | ${medians} |`,
      )
      if (wave === 'shown' && low <= 0.5) process.exitCode = 1
    }
  }
}

const median = (values: readonly number[]) => Float64Array.from(values).sort()[values.length >> 1]!

async function run(seed: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-timing-'))
  const database = await openDatabase(readConfiguration({ DATA_DIR: folder }))
  try {
    await publish(database)
    const all = contenders()
    await race(createApp(database), all, seed)
    say(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node.js ${process.version}`)
    say(
      `seed ${seed}, ${all[0]!.times.length} requests for each table of each of ${waves.length} waves; load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
    )
    report(all)
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const { help, seed } = parseArgs({
  options: { help: { type: 'boolean' }, seed: { type: 'string' } },
}).values
if (help) process.stdout.write(usage)
else await run(Number(seed ?? Date.now() % 100_000))
