import type { Secret } from './find-pinned.ts'
import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { Group } from './group-system.ts'
import { type GroupingTables, isTelling } from './question-tables.ts'
import { byImportance } from './withhold-groups.ts'

/**
 * What could be withheld so that a secret is not known, the least first: in some tables, the group that holds the
 * respondents, and another to hide it among; where nothing else is left, any group that holds some of them.
 */
export function remediesFor(
  tables: GroupingTables,
  reasons: GroupReasons,
  { atoms }: Secret,
): readonly (readonly Group[])[] {
  const { system, rule } = tables
  const isShown = (group: Group) => reasonOf(reasons, group) === undefined && isTelling(tables, group)
  const ofCategories = system.groups.filter(({ kind, size }) => kind === 'CATEGORY' && size > 0)
  const holders = ofCategories.filter((group) => atoms.every((atom) => group.atoms.includes(atom)))
  const remedies = holders.flatMap((holder) => {
    const beside = ofCategories.filter(
      (group) => group !== holder && isShown(group) && areOfSameTables(group, holder),
    )
    return beside.map((group) => (isShown(holder) ? [holder, group] : [group]))
  })
  const cost = (groups: readonly Group[]) => groups.reduce((sum, { size }) => sum + size, 0)
  const overlapping = system.groups
    .filter((group) => isShown(group) && group.atoms.some((atom) => atoms.includes(atom)))
    .sort(byImportance(rule.order))
    .slice(-1)
  return [...remedies.sort((a, b) => cost(a) - cost(b)), overlapping].filter((groups) => groups.length > 0)
}

function areOfSameTables(one: Group, other: Group): boolean {
  const tables = other.names.map(({ by }) => by.join('/'))
  return one.names.some(({ by }) => tables.includes(by.join('/')))
}
