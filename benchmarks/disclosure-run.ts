import { auditRelease, loadSolver, planRelease, releaseCost } from '@peo/disclosure'
import { disclosureWave, type WaveSize } from './disclosure-wave.ts'

/** Seconds by the clock, and of processor time. */
export interface Taken {
  readonly seconds: number
  readonly processor: number
}

/** What the plan and the audit of a wave took, and what the plan shows. */
export interface DisclosureRun {
  readonly plan: Taken
  readonly audit: Taken
  /** Largest memory of the process, in MiB. */
  readonly memory: number
  readonly findings: number
  readonly cost: ReturnType<typeof releaseCost>['total']
}

const size: WaveSize = JSON.parse(process.argv[2]!)

function timed<Result>(work: () => Result): Taken & { readonly result: Result } {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

/** Tells how far a stage is, about every tenth. */
const progressOf = (stage: string) => (done: number, of: number) => {
  if (done % Math.ceil(of / 10) === 0) process.stderr.write(`  ${stage}: ${done} of ${of} questions\n`)
}

const { data, policy } = disclosureWave(size)
const solver = await loadSolver()
const { result: plan, ...planTaken } = timed(() => planRelease(data, policy, solver, progressOf('plan')))
const { result: findings, ...auditTaken } = timed(() => auditRelease(data, plan, solver, progressOf('audit')))
const run: DisclosureRun = {
  plan: planTaken,
  audit: auditTaken,
  memory: process.resourceUsage().maxRSS / 1024,
  findings: findings.length,
  cost: releaseCost(data.variables, plan).total,
}
process.send!(run)
