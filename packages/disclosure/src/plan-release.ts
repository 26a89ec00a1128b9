import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { groupSystem } from './group-system.ts'
import {
  type DisclosurePolicy,
  type Family,
  familyKey,
  type ReleasePlan,
  type WithheldGroups,
} from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'
import { withholdGroups } from './withhold-groups.ts'

/** The lowest k that staff may set. */
export const LOWEST_MINIMUM = 5

/** Is told how many of a wave's questions are done. */
export type Progress = (done: number, of: number) => void

/**
 * Decides, for every released shape, which groups are withheld.
 *
 * @throws RangeError when the policy asks for groups below five.
 */
export function planRelease(
  data: WaveData,
  policy: DisclosurePolicy,
  _solver: Solver,
  _progress: Progress = () => {},
): ReleasePlan {
  const k = policy.minimumGroupSize
  if (!(k >= LOWEST_MINIMUM)) throw new RangeError(`minimum group size ${k} is below ${LOWEST_MINIMUM}`)
  const withheld: Record<string, WithheldGroups> = {}
  const withheldWeighted: Record<string, WithheldGroups> = {}
  for (const family of releasedFamilies(policy)) {
    // The question's own total is published next to the groups that a family singles out.
    const system = groupSystem(data, family, false)
    const keys = withholdGroups(system, k, family.by.length === 0 ? [] : system.everyone)
    const small = system.groups.filter(({ size }) => size < k).map(({ key }) => key)
    const reasons = (all: readonly string[]): WithheldGroups =>
      Object.fromEntries(all.map((key) => [key, small.includes(key) ? 'BELOW_MINIMUM' : 'PROTECTS_ANOTHER']))
    withheld[familyKey(family)] = reasons(keys)
    withheldWeighted[familyKey(family)] = reasons(
      data.weights || data.design ? withholdWeighted(data, family, keys, k) : keys,
    )
  }
  return { ...policy, wave: data.wave, withheld, withheldWeighted }
}

/** What weighted tables withhold besides: they are read next to the same tables unweighted. */
function withholdWeighted(
  data: WaveData,
  family: Family,
  unweighted: readonly string[],
  k: number,
): string[] {
  const system = groupSystem(data, family, true)
  const shown = system.groups.filter(({ key }) => !unweighted.includes(key)).map(({ atoms }) => atoms)
  const alone = groupSystem(data, { question: family.question, by: [] }, true)
  const everyone = withholdGroups(alone, k, []).length === 0 ? system.everyone : [system.everyone.flat()]
  return withholdGroups(system, k, [...shown, ...(family.by.length === 0 ? [] : everyone)], unweighted)
}
