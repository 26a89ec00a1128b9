import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { drawSurvey, type SurveyColumns } from './survey-columns.ts'
import { type Contender, duckdb, engine, type Figures, type Kind, postgresql } from './table-contenders.ts'

const usage = `Usage: npm run bench [-- --seed N]

Times the counting engine beside DuckDB with all cores, on the same columns, taking turns; with DATABASE_URL also
beside PostgreSQL's GROUP BY, up to a million rows. Checks that all give the same figures, and prints medians.

  --seed N   the seed of the answers (2022)
  --help     show this
`

/** `asks`: how often a contender is asked before the next one's turn; `target`: the ratio that is wanted at most. */
const works: { name: string; size: number; kind: Kind; target: number; rounds: number; asks: number }[] = [
  { name: '1 M rows, 2 columns, counts', size: 1e6, kind: 'counts', target: 0.5, rounds: 41, asks: 1 },
  {
    name: '1 M rows, 2 columns, weights and weighted squares',
    size: 1e6,
    kind: 'weights',
    target: 0.7,
    rounds: 41,
    asks: 1,
  },
  { name: '10 M rows, 2 columns, counts', size: 1e7, kind: 'counts', target: 0.8, rounds: 21, asks: 1 },
  {
    name: '1 M rows, 3 columns with a filter and a mean',
    size: 1e6,
    kind: 'mean',
    target: 0.7,
    rounds: 41,
    asks: 1,
  },
  { name: '180 rows, 2 columns', size: 180, kind: 'counts', target: 0.02, rounds: 41, asks: 200 },
]

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '2022' }, help: { type: 'boolean' } },
})

if (values.help) process.stdout.write(usage)
else await run(Number(values.seed))

async function run(seed: number): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node.js ${process.version}, seed ${seed}\n`)
  say('| work | engine, ms | DuckDB, ms | ratio | at most | PostgreSQL, ms |')
  say('|---|---|---|---|---|---|')
  for (const { name, size, kind, target, rounds, asks } of works) {
    const survey = drawSurvey(size, seed)
    const contenders = await contendersFor(survey, kind)
    const [ours, duck, postgres] = await race(contenders, rounds, asks)
    for (const contender of contenders) await contender.close()
    const ratio = ours! / duck!
    const other = postgres === undefined ? '' : postgres.toFixed(3)
    const verdict = `${ratio.toFixed(3)}${ratio <= target ? '' : ' (missed)'}`
    say(`| ${name} | ${ours!.toFixed(4)} | ${duck!.toFixed(3)} | ${verdict} | ${target} | ${other} |`)
  }
}

async function contendersFor(survey: SurveyColumns, kind: Kind): Promise<Contender[]> {
  const url = process.env.DATABASE_URL
  return [
    engine(survey, kind),
    await duckdb(survey, kind),
    ...(url && survey.size <= 1e6 ? [await postgresql(survey, kind, url)] : []),
  ]
}

/** Asks the contenders in turn, and gives the median time of each in milliseconds. */
async function race(contenders: readonly Contender[], rounds: number, asks: number): Promise<number[]> {
  const times = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    const answers: Figures[] = []
    for (const [index, { ask }] of contenders.entries()) {
      const start = performance.now()
      for (let asked = 1; asked < asks; asked++) await ask()
      answers.push(await ask())
      times[index]!.push((performance.now() - start) / asks)
    }
    for (const [index, answer] of answers.entries()) agree(contenders[index]!.name, answer, answers[0]!)
  }
  return times.map((one) => one.sort((a, b) => a - b)[Math.floor(one.length / 2)]!)
}

/** Throws where figures differ by more than rounding. */
function agree(name: string, figures: Figures, expected: Figures): void {
  for (let a = 0; a < 5; a++) {
    for (let b = 0; b < 8; b++) {
      const [theirs, ours] = [figures(a, b) ?? [], expected(a, b) ?? []]
      const same =
        theirs.length === ours.length &&
        theirs.every((one, i) => Math.abs(one - ours[i]!) <= 1e-9 * Math.abs(one))
      if (!same) throw new Error(`${name} finds ${theirs} in group ${a}, ${b} where the engine finds ${ours}`)
    }
  }
}
