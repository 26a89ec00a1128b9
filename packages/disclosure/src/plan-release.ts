import type { WaveData } from '@peo/tabulation'
import { groupSystem } from './group-system.ts'
import { type DisclosurePolicy, familyKey, type ReleasePlan } from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'
import { withholdGroups } from './withhold-groups.ts'

/** The lowest k that staff may set. */
export const LOWEST_MINIMUM = 5

/**
 * Decides, for every released shape, which groups are withheld.
 *
 * Each family is made safe by itself, together with the question's own total; what several families allow
 * when taken together is not looked at yet.
 *
 * @throws RangeError when the policy asks for groups below five.
 */
export function planRelease(data: WaveData, policy: DisclosurePolicy): ReleasePlan {
  const k = policy.minimumGroupSize
  if (!(k >= LOWEST_MINIMUM)) throw new RangeError(`minimum group size ${k} is below ${LOWEST_MINIMUM}`)
  const withheld: Record<string, string[]> = {}
  for (const family of releasedFamilies(policy)) {
    const system = groupSystem(data, family)
    const everyone = family.by.length === 0 ? [] : [system.atoms.map((_, index) => index)]
    withheld[familyKey(family)] = withholdGroups(system, k, everyone)
  }
  return { ...policy, wave: data.wave, withheld }
}
