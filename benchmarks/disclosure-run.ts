import { releaseCost } from '@peo/disclosure'
import { auditOnThreads, planOnThreads } from '../packages/server/src/release/plan-on-threads.ts'
import { endThreads } from '../packages/server/src/release/worker-threads.ts'
import { disclosureWave, type WaveSize } from './disclosure-wave.ts'

/** Seconds by the clock, and of processor time of all threads. */
export interface Taken {
  readonly seconds: number
  readonly processor: number
}

/** What the plan and the audit of a wave took, and what the plan shows. */
export interface DisclosureRun {
  readonly plan: Taken
  /** The same once more, as when staff publish after a preview: the threads are there and have done it before. */
  readonly again: Taken
  readonly audit: Taken
  /** Largest memory of the process, in MiB. */
  readonly memory: number
  readonly findings: number
  readonly cost: ReturnType<typeof releaseCost>['total']
}

const size: WaveSize = JSON.parse(process.argv[2]!)

async function timed<Result>(work: () => Promise<Result>): Promise<Taken & { readonly result: Result }> {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

/** Tells how far a stage is, about every tenth. */
function progressOf(stage: string) {
  let told = -1
  return (done: number, of: number) => {
    const tenth = Math.floor((10 * done) / of)
    if (tenth === told) return
    told = tenth
    process.stderr.write(`  ${stage}: ${done} of ${of} questions\n`)
  }
}

const { data, policy } = disclosureWave(size)
const { result: plan, ...planTaken } = await timed(() => planOnThreads(data, policy, progressOf('plan')))
const { result: findings, ...auditTaken } = await timed(() => auditOnThreads(data, plan, progressOf('audit')))
const { seconds, processor } = await timed(() => planOnThreads(data, policy))
const run: DisclosureRun = {
  plan: planTaken,
  again: { seconds, processor },
  audit: auditTaken,
  memory: process.resourceUsage().maxRSS / 1024,
  findings: findings.length,
  cost: releaseCost(data.variables, plan).total,
}
await endThreads()
process.send!(run)
