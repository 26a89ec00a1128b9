import { type PinnedAnswer, pinnedAnswers } from '../audit/pinned-answers.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Group } from './group-system.ts'
import type { GroupingTables } from './question-tables.ts'
import { byImportance } from './withhold-groups.ts'

/** A withheld group whose answers are known all the same. */
export interface GroupFinding extends Omit<PinnedAnswer, 'withheld'> {
  readonly group: Group
}

/** Withholds more, least important first, until no answer of a withheld group can be computed. */
export function auditGroups(tables: GroupingTables, before: GroupReasons): GroupReasons {
  const { system, rule } = tables
  const order = byImportance(rule.order)
  let reasons = before
  for (let found = findPinned(tables, reasons); found.length > 0; ) {
    const shown = system.groups.filter((group) => group.size > 0 && reasonOf(reasons, group) === undefined)
    const next = found.flatMap(({ group }) => mostRelated(group, shown.toSorted(order)) ?? [])[0]
    if (next === undefined) break
    reasons = withReason(reasons, [next], 'PROTECTS_ANOTHER')
    found = findPinned(tables, reasons)
  }
  return reasons
}

/** The least important group of the same tables as another; else of those that share respondents with it. */
function mostRelated({ names, atoms }: Group, shown: readonly Group[]): Group | undefined {
  const tables = names.map(({ by }) => by.join('/'))
  const isBeside = (group: Group) => group.names.some(({ by }) => tables.includes(by.join('/')))
  return (
    shown.findLast(isBeside) ?? shown.findLast((group) => group.atoms.some((atom) => atoms.includes(atom)))
  )
}

/** The withheld groups of which what is shown leaves one value of an answer's count, or one answer. */
export function findPinned(tables: GroupingTables, reasons: GroupReasons): GroupFinding[] {
  const { sizes, groups } = tables.system
  const occupied = [...sizes.keys()].filter((atom) => sizes[atom]! > 0)
  const place = new Map(occupied.map((atom, index) => [atom, index]))
  const set = (atoms: readonly number[]) => atoms.flatMap((atom) => place.get(atom) ?? [])
  const isSecret = (group: Group) => reasonOf(reasons, group) !== undefined && !tables.isKnown(group)
  const withheld = groups.filter((group) => group.size > 0 && isSecret(group))
  if (withheld.length === 0) return []
  const shown = groups.filter((group) => reasonOf(reasons, group) === undefined).flatMap(({ parts }) => parts)
  const found = pinnedAnswers(
    {
      ...unknownsOf(tables, occupied),
      published: [...tables.rule.always, ...shown].map(set),
      withheld: withheld.map(({ atoms }) => set(atoms)),
    },
    tables.solver,
  )
  return found.map((finding) => ({ ...finding, group: withheld[finding.withheld]! }))
}

/** In a table of background alone the sizes of the atoms are what is not known: any up to all respondents. */
function unknownsOf({ system, answers, counts }: GroupingTables, occupied: readonly number[]) {
  const own = occupied.map((atom) => system.sizes[atom]!)
  if (counts.length === 0) {
    const all = own.reduce((sum, size) => sum + size, 0)
    return { sizes: own.map(() => all), answers: [own], exclusive: false }
  }
  return {
    sizes: own,
    answers: counts.map((count) => occupied.map((atom) => count[atom]!)),
    exclusive: answers.exclusive,
  }
}
