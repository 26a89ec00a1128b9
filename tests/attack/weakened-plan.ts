import {
  type DisclosurePolicy,
  planRelease,
  type ReleasePlan,
  type Solver,
  type WithheldReason,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import { ANSWERED } from './fact.ts'
import type { TrueWave } from './true-wave.ts'

/** A plan that shows the groups which it withholds for one of these reasons; empty ones have no figures to show. */
export function showing(
  plan: ReleasePlan,
  wave: TrueWave,
  ...reasons: readonly WithheldReason[]
): ReleasePlan {
  const weaken = (families: ReleasePlan['withheld']): ReleasePlan['withheld'] =>
    Object.fromEntries(
      Object.entries(families).map(([family, groups]) => {
        const kept = Object.entries(groups).filter(
          ([group, reason]) => !reasons.includes(reason) || isEmpty(wave, family, group),
        )
        return [family, Object.fromEntries(kept)]
      }),
    )
  return { ...plan, withheld: weaken(plan.withheld), withheldWeighted: weaken(plan.withheldWeighted) }
}

/** Whether nobody who answered a family's question is in one of its groups, such as `space|sector/area` and `a/*`. */
function isEmpty({ codebook, respondents }: TrueWave, family: string, group: string): boolean {
  const [question = '', by = ''] = family.split('|')
  const codes = group.split('/')
  const conditions = by.split('/').map((code, index) => {
    const { nets = [] } = codebook.variables.find((variable) => variable.code === code) ?? {}
    const members = nets.find((net) => `net:${net.code}` === codes[index])?.categories ?? [codes[index]!]
    return { code, members }
  })
  return !respondents.some(
    (respondent) =>
      (question === '' || respondent[question] !== undefined) &&
      conditions.every(
        ({ code, members }) =>
          code === '' ||
          (respondent[code] !== undefined &&
            (members[0] === ANSWERED || [respondent[code]].flat().some((given) => members.includes(given)))),
      ),
  )
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
