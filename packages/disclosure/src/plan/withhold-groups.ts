import type { GroupKind } from '../release-plan.ts'
import { exposingSets, findExposure, type PublishedSet } from './exposed-set.ts'
import type { Group, GroupSystem } from './group-system.ts'

/** How groups are chosen. */
export interface WithholdingRule {
  /** Smallest number of respondents that a shown group may rest on. */
  readonly k: number
  /** Which kinds are withheld first. */
  readonly order: readonly GroupKind[]
  /** Sets of atoms that are published in any case. */
  readonly always: readonly (readonly number[])[]
}

/**
 * Chooses the groups to withhold besides those that are: while what is left gives a secret one away, or the count of
 * fewer than `k` respondents, the least important and smallest group that it takes to compute it. What turns out not
 * to be needed is shown after all.
 *
 * @param secret those of the withheld that must not follow whatever their size: empty or unanimous
 * @returns the groups chosen, none of them among the withheld
 */
export function withholdGroups(
  system: GroupSystem,
  rule: WithholdingRule,
  withheld: ReadonlySet<Group>,
  secret: readonly Group[],
): Group[] {
  const groups = system.groups.filter((group) => !withheld.has(group)).sort(byImportance(rule.order))
  const chosen = new Set<Group>()
  const published = () => publishedSets(groups, chosen, rule.always)
  const exposure = () => findExposure(system, published(), secret, rule.k)
  for (let found = exposure(); found !== undefined; found = exposure()) {
    const group = exposingSets(system, published(), found).findLast((set) => set.group !== undefined)?.group
    if (group === undefined) break
    chosen.add(group)
  }
  for (const group of [...chosen].sort(byImportance(rule.order))) {
    chosen.delete(group)
    if (exposure() !== undefined) chosen.add(group)
  }
  return [...chosen]
}

/** What is known when these groups are shown but for the chosen ones; the most important first. */
export function publishedSets(
  groups: readonly Group[],
  chosen: ReadonlySet<Group>,
  always: readonly (readonly number[])[],
): PublishedSet[] {
  return [
    ...always.map((atoms) => ({ atoms })),
    ...groups.flatMap((group) => (chosen.has(group) ? [] : group.parts.map((atoms) => ({ atoms, group })))),
  ]
}

/** The most important first: of the kind withheld last, by background, of the fewest variables, the largest. */
export function byImportance(order: readonly GroupKind[]) {
  return (one: Group, other: Group) =>
    order.indexOf(other.kind) - order.indexOf(one.kind) ||
    Number(one.byQuestion) - Number(other.byQuestion) ||
    one.depth - other.depth ||
    other.size - one.size
}
