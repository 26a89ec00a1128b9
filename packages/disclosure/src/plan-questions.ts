import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { familyReasons } from './plan/group-reasons.ts'
import type { QuestionPlan } from './plan/plan-question.ts'
import { isNumeric, type NumbersPlan, protectNumbers } from './plan/protect-numbers.ts'
import { questionPlans } from './plan/question-plans.ts'
import type { PlannedQuestion } from './plan/question-tables.ts'
import { plannedQuestion, readWave } from './plan/read-wave.ts'
import { type DisclosurePolicy, familyKey, type ReleasePlan, type WithheldGroups } from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'

/** The lowest k that staff may set. */
export const LOWEST_MINIMUM = 5

/** Is told how many of a wave's questions are done. */
export type Progress = (done: number, of: number) => void

/**
 * Decides which groups of some questions are withheld, each question by itself.
 *
 * @param questions those whose families the plan is to have, beside those of background alone: a share of the work,
 * which `unitePlans` puts together with others. They are taken one by one, each when the one before is done.
 * @throws RangeError when the policy asks for groups below five.
 */
export function planQuestions(
  data: WaveData,
  policy: DisclosurePolicy,
  solver: Solver,
  progress: Progress = () => {},
  questions: Iterable<string> = policy.questions,
): ReleasePlan {
  const k = policy.minimumGroupSize
  if (!(k >= LOWEST_MINIMUM)) throw new RangeError(`minimum group size ${k} is below ${LOWEST_MINIMUM}`)
  const wave = readWave(data, policy)
  const families = releasedFamilies(policy)
  const planOf = questionPlans(wave, policy, solver)
  const withheld: Record<string, WithheldGroups> = {}
  const withheldWeighted: Record<string, WithheldGroups> = {}
  const spreadWithheld: string[] = []
  let done = 0
  for (const question of withBackground(questions)) {
    const planned = plannedQuestion(wave, question)
    const plan = withNumbers(data, question, planned, planOf(question, planned), policy)
    spreadWithheld.push(...plan.spreadWithheld.map((other) => familyKey({ question, by: [other] })))
    const groups = planned.groupings.flatMap((grouping) => grouping.groups)
    const own = families.filter((family) => family.question === question)
    Object.assign(withheld, familyReasons(plan.plain, groups, own))
    Object.assign(withheldWeighted, familyReasons(plan.weighted, groups, own))
    progress(done++, policy.questions.length)
  }
  return { ...policy, wave: data.wave, withheld, withheldWeighted, spreadWithheld }
}

function* withBackground(questions: Iterable<string>): Generator<string> {
  yield ''
  yield* questions
}

function withNumbers(
  data: WaveData,
  question: string,
  planned: PlannedQuestion,
  plan: QuestionPlan,
  policy: DisclosurePolicy,
): NumbersPlan {
  return isNumeric(data, question) ? protectNumbers(planned, plan, policy) : { ...plan, spreadWithheld: [] }
}
