import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import type { AuditFinding } from './audit-finding.ts'
import { auditPairs } from './audit-pairs.ts'
import { auditQuestions } from './audit-questions.ts'
import type { Progress } from './plan-questions.ts'
import type { ReleasePlan } from './release-plan.ts'

/** Looks for what readers could compute in spite of a plan. A plan with findings must not be published. */
export function auditRelease(
  data: WaveData,
  plan: ReleasePlan,
  solver: Solver,
  progress: Progress = () => {},
): readonly AuditFinding[] {
  return [...auditQuestions(data, plan, solver, progress), ...auditPairs(data, plan, solver)]
}
