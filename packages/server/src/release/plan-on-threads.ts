import {
  type AnonymousAnswers,
  type AuditFinding,
  type AuditShare,
  auditRelease,
  type DisclosurePolicy,
  type Progress,
  pairParts,
  planRelease,
  type ReleaseCost,
  type ReleasePlan,
  releaseCost,
  uniteAudits,
  unitePlans,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import { anonymousAnswers } from './anonymous-file.ts'
import { onManyThreads } from './on-many-threads.ts'
import type { AnonymousOrder, AuditOrder, PlanOrder, PlanText } from './plan-worker.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { sharedQueue } from './shared-queue.ts'
import { sharedSolver } from './shared-solver.ts'
import { longThreads, onThread } from './worker-threads.ts'

const worker = new URL('./plan-worker.ts', import.meta.url)

/** So many answers are planned in less time than a thread takes to start. */
const fewAnswers = 300

/** Of fewer answers, a second thread takes longer to get up to speed than it saves. */
const manyAnswers = 5_000

const threadsFor = ({ size }: WaveData, { questions }: DisclosurePolicy) =>
  size * questions.length < manyAnswers ? 1 : longThreads

const isSmall = ({ size }: WaveData, { questions }: DisclosurePolicy) => size * questions.length <= fewAnswers

/** The plan that `planRelease` makes, its questions spread over worker threads where there are many answers. */
export async function planOnThreads(
  data: WaveData,
  policy: DisclosurePolicy,
  progress: Progress = () => {},
): Promise<ReleasePlan> {
  if (isSmall(data, policy)) return planRelease(data, policy, await sharedSolver(), progress)
  const order: PlanOrder = { data, policy, queue: sharedQueue(costliestFirst(data, policy.questions)) }
  const shares = await onManyThreads<PlanText>(
    worker,
    'planShare',
    order,
    (done) => progress(done, policy.questions.length),
    threadsFor(data, policy),
  )
  const united = unitePlans(shares.map((share) => JSON.parse(share)))
  const plan = JSON.stringify(united)
  // Seldom is anything found; and what is found nowhere has not to be protected.
  if ((await auditPairsOnThreads(data, plan)).length === 0) return united
  return JSON.parse(await onThread<PlanText>(worker, 'protectPairs', { data, plan }, 'long work'))
}

async function auditPairsOnThreads(data: WaveData, plan: PlanText): Promise<AuditFinding[]> {
  const findings = pairParts.map((part) =>
    onThread<AuditFinding[]>(worker, 'auditPairsOf', { data, plan, part }, 'long work'),
  )
  return (await Promise.all(findings)).flat()
}

/** What `auditRelease` finds, its questions spread over worker threads where there are many answers. */
export async function auditOnThreads(
  data: WaveData,
  plan: ReleasePlan,
  progress: Progress = () => {},
): Promise<readonly AuditFinding[]> {
  if (isSmall(data, plan)) return auditRelease(data, plan, await sharedSolver(), progress)
  const queue = sharedQueue(['', ...costliestFirst(data, plan.questions)])
  const order: AuditOrder = { data, plan: JSON.stringify(plan), queue }
  // The tables of background alone are in the queue, and no question.
  const [shares, ofPairs] = await Promise.all([
    onManyThreads<AuditShare>(
      worker,
      'auditSome',
      order,
      (done) => progress(Math.max(0, done - 1), plan.questions.length),
      threadsFor(data, plan),
    ),
    auditPairsOnThreads(data, order.plan),
  ])
  return [...uniteAudits(plan, shares), ...ofPairs]
}

/** The answers that `anonymousAnswers` gives, made on a worker thread where there are many. */
export async function anonymousOnThread(
  codebook: ReleaseCodebook,
  data: WaveData,
  plan: ReleasePlan,
): Promise<AnonymousAnswers | undefined> {
  if (isSmall(data, plan)) return anonymousAnswers(codebook, data, plan, await sharedSolver())
  const order: AnonymousOrder = { codebook, data, plan: JSON.stringify(plan) }
  return onThread(worker, 'anonymousFile', order, 'long work')
}

/** The cost that `releaseCost` counts, on a worker thread where there are many answers. */
export async function costOnThread(data: WaveData, plan: ReleasePlan): Promise<ReleaseCost> {
  const { variables } = data
  if (isSmall(data, plan)) return releaseCost(variables, plan)
  return onThread(worker, 'costOf', { variables, plan: JSON.stringify(plan) }, 'long work')
}

/** Numbers take longest, then questions of several options: taken last, one would keep a single thread busy. */
function costliestFirst({ columns }: WaveData, questions: readonly string[]): string[] {
  const rank = (question: string) => {
    const kind = columns.get(question)?.kind
    return kind === undefined ? 3 : { levels: 0, numeric: 0, multiple: 1, single: 2 }[kind]
  }
  return questions.toSorted((one, other) => rank(one) - rank(other))
}
