import {
  type DisclosurePolicy,
  planRelease,
  type ReleasePlan,
  type Solver,
  type WithheldReason,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'

/** A plan that shows the groups which it withholds for one of these reasons. */
export function showing(plan: ReleasePlan, ...reasons: readonly WithheldReason[]): ReleasePlan {
  const weaken = (families: ReleasePlan['withheld']): ReleasePlan['withheld'] =>
    Object.fromEntries(
      Object.entries(families).map(([family, groups]) => [
        family,
        Object.fromEntries(Object.entries(groups).filter(([, reason]) => !reasons.includes(reason))),
      ]),
    )
  return { ...plan, withheld: weaken(plan.withheld), withheldWeighted: weaken(plan.withheldWeighted) }
}

/** A plan that protects each breakdown as if it were the only one. */
export function plannedApart(data: WaveData, policy: DisclosurePolicy, solver: Solver): ReleasePlan {
  const plans = policy.breakdowns.map((breakdown) =>
    planRelease(data, { ...policy, breakdowns: [breakdown] }, solver),
  )
  return {
    ...policy,
    wave: data.wave,
    withheld: Object.assign({}, ...plans.map(({ withheld }) => withheld)),
    withheldWeighted: Object.assign({}, ...plans.map(({ withheldWeighted }) => withheldWeighted)),
  }
}
