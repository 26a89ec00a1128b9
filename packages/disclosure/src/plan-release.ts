import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { type Progress, planQuestions } from './plan-questions.ts'
import { protectPlanPairs } from './protect-plan-pairs.ts'
import type { DisclosurePolicy, ReleasePlan } from './release-plan.ts'

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
  return protectPlanPairs(data, planQuestions(data, policy, solver, progress), solver)
}
