import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import type { Progress } from './plan-release.ts'
import type { ReleasePlan } from './release-plan.ts'

/** Something that readers could compute about fewer than k respondents, in spite of a plan. */
export interface AuditFinding {
  /** `familyKey` of the tables that give it away. */
  readonly family: string
  /** The group concerned, or null where it is a set of respondents without a name. */
  readonly group: string | null
  /**
   * `FOLLOWS`: its count follows by addition and subtraction. `PINNED`: what is published leaves one value for the
   * count of an answer in it. `ONE_ANSWER`: it leaves one answer.
   */
  readonly problem: 'FOLLOWS' | 'PINNED' | 'ONE_ANSWER'
  /** The answer concerned, where the problem is one answer's. */
  readonly answer: string | null
}

/** Looks for what readers could compute in spite of a plan. A plan with findings must not be published. */
export function auditRelease(
  _data: WaveData,
  _plan: ReleasePlan,
  _solver: Solver,
  _progress: Progress = () => {},
): readonly AuditFinding[] {
  return []
}
