import type { WaveData } from '@peo/tabulation'
import { groupSystem } from './group-system.ts'
import { type DisclosurePolicy, type Family, familyKey, type ReleasePlan } from './release-plan.ts'
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
  const withheldWeighted: Record<string, string[]> = {}
  for (const family of releasedFamilies(policy)) {
    // The question's own total is published next to the groups that a family singles out.
    const system = groupSystem(data, family, false)
    const keys = withholdGroups(system, k, family.by.length === 0 ? [] : system.everyone)
    withheld[familyKey(family)] = keys
    withheldWeighted[familyKey(family)] =
      data.weights || data.design ? withholdWeighted(data, family, keys, k) : keys
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
