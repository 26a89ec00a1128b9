import type { WaveData } from '@peo/tabulation'
import { loadSolver } from '../audit/load-solver.ts'
import { planRelease } from '../plan-release.ts'
import type { DisclosurePolicy, ReleasePlan } from '../release-plan.ts'

/** The solver of all tests of a file. */
export const solver = await loadSolver()

/** The plan of a wave. */
export function planOf(data: WaveData, policy: DisclosurePolicy): ReleasePlan {
  return planRelease(data, policy, solver)
}

/** The keys of the groups of a family that a plan withholds. */
export function withheldKeys({ withheld }: ReleasePlan, family: string): string[] {
  return Object.keys(withheld[family] ?? {})
}
