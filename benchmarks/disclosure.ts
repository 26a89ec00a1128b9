import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { DisclosureRun, Taken } from './disclosure-run.ts'
import type { WaveSize } from './disclosure-wave.ts'

const usage = `Usage: npm run bench:disclosure

Plans and audits the release of made-up waves like the survey's (4 background variables, 3 pairs of them), each in a
process of its own on as many threads as the service would take, and prints what that took, the start of the threads
included, and what is shown. Fails where an audit finds something.

  --help   show this
`

/** The waves, and within how many seconds their plan is wanted. */
const waves: readonly (WaveSize & { readonly within: number })[] = [
  { respondents: 200, questions: 40, weighted: false, within: 5 },
  { respondents: 200, questions: 40, weighted: true, within: 5 },
  { respondents: 20_000, questions: 100, weighted: false, within: 60 },
  { respondents: 20_000, questions: 100, weighted: true, within: 60 },
]

const mostMemory = 1024

const say = (line: string) => process.stdout.write(`${line}\n`)

async function measure(size: WaveSize): Promise<DisclosureRun> {
  const file = fileURLToPath(new URL('./disclosure-run.ts', import.meta.url))
  const child = fork(file, [JSON.stringify(size)])
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of ${JSON.stringify(size)} ended with code ${code} and no result.`)
  })
  const [run] = await Promise.race([once(child, 'message'), ended])
  return run
}

const taken = ({ seconds, processor }: Taken) => `${seconds.toFixed(1)} (${processor.toFixed(1)})`
const missed = (isMissed: boolean) => (isMissed ? ' (missed)' : '')

function rowOf({ respondents, questions, weighted, within }: (typeof waves)[number], run: DisclosureRun) {
  const { numbersShown, numbersWithheld, groupsShown, groupsWithheld } = run.cost
  const { BELOW_MINIMUM, PROTECTS_ANOTHER, UNANIMOUS } = groupsWithheld
  return [
    `${respondents} × ${questions}${weighted ? ', weights' : ''}`,
    `${taken(run.plan)}${missed(run.plan.seconds > within)}`,
    `${taken(run.again)}${missed(run.again.seconds > within)}`,
    taken(run.audit),
    `${Math.round(run.memory)}${missed(run.memory > mostMemory)}`,
    groupsShown,
    `${BELOW_MINIMUM} / ${PROTECTS_ANOTHER} / ${UNANIMOUS}`,
    // Rounded down: 100% means all.
    `${Math.floor((1000 * numbersShown) / (numbersShown + numbersWithheld)) / 10}%`,
    run.findings,
  ]
}

async function run(): Promise<void> {
  const load = loadavg()[0]!.toFixed(1)
  say(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node.js ${process.version}; load of the machine ${load}\n`,
  )
  say(
    '| respondents × questions | plan, s (processor) | plan after another | audit, s (processor) | memory, MiB | groups shown | withheld: below k / protects another / unanimous | numbers shown | findings |\n|---|---|---|---|---|---|---|---|---|',
  )
  for (const wave of waves) {
    process.stderr.write(`${wave.respondents} respondents, ${wave.questions} questions\n`)
    const result = await measure(wave)
    say(`| ${rowOf(wave, result).join(' | ')} |`)
    if (result.findings > 0) process.exitCode = 1
  }
}

if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) process.stdout.write(usage)
else await run()
