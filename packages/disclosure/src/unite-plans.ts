import { familyKey, type ReleasePlan, type WithheldGroups } from './release-plan.ts'
import { releasedFamilies } from './released-families.ts'

/**
 * Puts plans of shares of a wave's questions together: exactly the plan that one call of `planQuestions` makes of all.
 *
 * @throws RangeError when a question of the policy is in none of them, or they are of different waves or policies
 */
export function unitePlans(plans: readonly ReleasePlan[]): ReleasePlan {
  const [first] = plans
  if (first === undefined) throw new RangeError('there are no plans to unite')
  if (plans.some((plan) => setting(plan) !== setting(first)))
    throw new RangeError('plans of different waves or policies are not united')
  const keys = releasedFamilies(first).map(familyKey)
  const spread = new Set(plans.flatMap(({ spreadWithheld = keys }) => spreadWithheld))
  return {
    ...first,
    withheld: unite(
      plans.map(({ withheld }) => withheld),
      keys,
    ),
    withheldWeighted: unite(
      plans.map(({ withheldWeighted }) => withheldWeighted),
      keys,
    ),
    spreadWithheld: keys.filter((key) => spread.has(key)),
  }
}

/** All of a plan that its shares have in common. */
function setting({ withheld, withheldWeighted, spreadWithheld, ...rest }: ReleasePlan): string {
  return JSON.stringify(rest)
}

/** What any of the shares withholds of each family. */
function unite(shares: readonly ReleasePlan['withheld'][], keys: readonly string[]) {
  const united: Record<string, WithheldGroups> = {}
  for (const key of keys) {
    let own: WithheldGroups | undefined
    for (const { [key]: groups } of shares)
      own = own === undefined || groups === undefined ? (own ?? groups) : { ...own, ...groups }
    if (own === undefined) throw new RangeError(`no plan has the tables ${key}`)
    united[key] = own
  }
  return united
}
