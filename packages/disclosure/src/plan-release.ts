import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { protectQuestionPairs } from './pairs/protect-question-pairs.ts'
import { familyReasons, type GroupReasons } from './plan/group-reasons.ts'
import { planQuestion, type QuestionPlan } from './plan/plan-question.ts'
import { isNumeric, protectNumbers } from './plan/protect-numbers.ts'
import { plannedQuestion, readWave, type WaveGroupings } from './plan/read-wave.ts'
import { type DisclosurePolicy, familyKey, type ReleasePlan, type WithheldGroups } from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'

/** The lowest k that staff may set. */
export const LOWEST_MINIMUM = 5

/** Is told how many of a wave's questions are done. */
export type Progress = (done: number, of: number) => void

/**
 * Decides, for every released shape, which groups are withheld: see docs/disclosure.md.
 *
 * @throws RangeError when the policy asks for groups below five.
 */
export function planRelease(
  data: WaveData,
  policy: DisclosurePolicy,
  solver: Solver,
  progress: Progress = () => {},
): ReleasePlan {
  const k = policy.minimumGroupSize
  if (!(k >= LOWEST_MINIMUM)) throw new RangeError(`minimum group size ${k} is below ${LOWEST_MINIMUM}`)
  const wave = readWave(data, policy)
  // What the tables of background alone withhold, every question withholds.
  // The base of a question that answers to another lead to is a count of these, so it withholds what that one does.
  const plans = new Map<string, QuestionPlan>()
  const spreadWithheld: string[] = []
  const background = planQuestion(plannedQuestion(wave, ''), nothingWithheld, policy, solver)
  const numbers = new Map<string, QuestionPlan>()
  for (const [done, question] of policy.questions.entries()) {
    progress(done, policy.questions.length)
    const planned = plannedQuestion(wave, question)
    const gate = plans.get(data.variables.get(question)?.askedIf?.variable ?? '')
    const own = planQuestion(planned, gate ? withAlso(background, gate) : background, policy, solver)
    plans.set(question, own)
    if (!isNumeric(data, question)) continue
    const { spreadWithheld: by, ...plan } = protectNumbers(planned, own, policy)
    numbers.set(question, plan)
    spreadWithheld.push(...by.map((other) => familyKey({ question, by: [other] })))
  }
  const all = protectQuestionPairs(wave, new Map([...plans, ...numbers]), policy, solver)
  progress(policy.questions.length, policy.questions.length)
  return {
    ...policy,
    wave: data.wave,
    ...withheldFamilies(wave, new Map([['', background], ...all]), policy),
    spreadWithheld,
  }
}

/** What is withheld of each question, by family. */
function withheldFamilies(
  wave: WaveGroupings,
  plans: ReadonlyMap<string, QuestionPlan>,
  policy: DisclosurePolicy,
): Pick<ReleasePlan, 'withheld' | 'withheldWeighted'> {
  const families = releasedFamilies(policy)
  const withheld: Record<string, WithheldGroups> = {}
  const withheldWeighted: Record<string, WithheldGroups> = {}
  for (const [question, { plain, weighted }] of plans) {
    const groups = plannedQuestion(wave, question).groupings.flatMap((grouping) => grouping.groups)
    const own = families.filter((family) => family.question === question)
    Object.assign(withheld, familyReasons(plain, groups, own))
    Object.assign(withheldWeighted, familyReasons(weighted, groups, own))
  }
  return { withheld, withheldWeighted }
}

const nothingWithheld: QuestionPlan = { plain: new Map(), weighted: new Map() }

/** The same with the groups of another question withheld, too. */
function withAlso(plan: QuestionPlan, other: QuestionPlan): QuestionPlan {
  const both = (one: GroupReasons, more: GroupReasons): GroupReasons =>
    new Map([...[...more.keys()].map((key) => [key, 'PROTECTS_ANOTHER'] as const), ...one])
  return { plain: both(plan.plain, other.plain), weighted: both(plan.weighted, other.weighted) }
}
