import {
  type AnonymousAnswers,
  type AuditFinding,
  type AuditShare,
  auditPairs,
  auditQuestions,
  type DisclosurePolicy,
  planQuestions,
  protectPlanPairs,
  type ReleaseCost,
  type ReleasePlan,
  releaseCost,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import { anonymousAnswers } from './anonymous-file.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { isEmpty, type SharedQueue, takeFrom } from './shared-queue.ts'
import { sharedSolver } from './shared-solver.ts'

/** A plan as it passes between threads: text, which takes a tenth of the time that copying its objects does. */
export type PlanText = string

/** A wave whose plan several threads make, each of the questions that it takes from the queue. */
export interface PlanOrder {
  readonly data: WaveData
  readonly policy: DisclosurePolicy
  readonly queue: SharedQueue
}

/** Plans some questions; undefined when others had taken all. */
export async function planShare({ data, policy, queue }: PlanOrder): Promise<PlanText | undefined> {
  const solver = await sharedSolver()
  if (isEmpty(queue)) return undefined
  return JSON.stringify(planQuestions(data, policy, solver, undefined, takeFrom(queue)))
}

/** A wave and the plan of all its questions. */
export interface PairsOrder {
  readonly data: WaveData
  readonly plan: PlanText
}

/** Withholds what tables of two questions tell. */
export async function protectPairs({ data, plan }: PairsOrder): Promise<PlanText> {
  return JSON.stringify(protectPlanPairs(data, JSON.parse(plan), await sharedSolver()))
}

/** A part of the tables of two questions. */
export interface PairsPartOrder extends PairsOrder {
  readonly part: number
}

/** Audits a part of the tables of two questions. */
export async function auditPairsOf({ data, plan, part }: PairsPartOrder): Promise<AuditFinding[]> {
  return auditPairs(data, JSON.parse(plan), await sharedSolver(), [part])
}

/** A plan that several threads audit. */
export interface AuditOrder extends PairsOrder {
  readonly queue: SharedQueue
}

/** Audits some questions; undefined when others had taken all. */
export async function auditSome({ data, plan, queue }: AuditOrder): Promise<AuditShare | undefined> {
  const solver = await sharedSolver()
  if (isEmpty(queue)) return undefined
  const questions: string[] = []
  const noting = function* () {
    for (const question of takeFrom(queue)) {
      yield question
      questions.push(question)
    }
  }
  return { findings: auditQuestions(data, JSON.parse(plan), solver, undefined, noting()), questions }
}

/** What a plan costs. */
export function costOf({ variables, plan }: Pick<WaveData, 'variables'> & { plan: PlanText }): ReleaseCost {
  return releaseCost(variables, JSON.parse(plan))
}

/** A wave whose answers are to be anonymised. */
export interface AnonymousOrder {
  readonly codebook: ReleaseCodebook
  readonly data: WaveData
  readonly plan: PlanText
}

/** Anonymises the answers of a wave. */
export async function anonymousFile(order: AnonymousOrder): Promise<AnonymousAnswers | undefined> {
  const plan: ReleasePlan = JSON.parse(order.plan)
  return anonymousAnswers(order.codebook, order.data, plan, await sharedSolver())
}
