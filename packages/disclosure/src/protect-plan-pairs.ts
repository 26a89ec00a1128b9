import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { protectQuestionPairs } from './pairs/protect-question-pairs.ts'
import { familyReasons, withheldOf } from './plan/group-reasons.ts'
import { plannedQuestion, readWave } from './plan/read-wave.ts'
import type { ReleasePlan } from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'

/** The plan of all questions, with what tables of two of them tell next to those by background withheld as well. */
export function protectPlanPairs(data: WaveData, plan: ReleasePlan, solver: Solver): ReleasePlan {
  const wave = readWave(data, plan)
  const before = new Map(plan.questions.map((question) => [question, withheldOf(plan, question)]))
  const families = releasedFamilies(plan)
  const withheld = { ...plan.withheld }
  const withheldWeighted = { ...plan.withheldWeighted }
  for (const [question, { plain, weighted }] of protectQuestionPairs(wave, before, plan, solver)) {
    const groups = plannedQuestion(wave, question).groupings.flatMap((grouping) => grouping.groups)
    const own = families.filter((family) => family.question === question)
    Object.assign(withheld, familyReasons(plain, groups, own))
    Object.assign(withheldWeighted, familyReasons(weighted, groups, own))
  }
  return { ...plan, withheld, withheldWeighted }
}
