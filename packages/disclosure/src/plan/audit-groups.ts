import { suspectedAnswers } from '../audit/pinned-answers.ts'
import { type Decide, findPinned, type Secret, secretsOf } from './find-pinned.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Group } from './group-system.ts'
import { type GroupingTables, isTelling } from './question-tables.ts'
import { remediesFor } from './remedies.ts'
import { byImportance } from './withhold-groups.ts'

/** Where more secrets than these are known, a whole breakdown is withheld instead of groups for each. */
const mostMended = 4

/** Remedies that are tried for a secret. */
const mostTried = 2

/** Withholds more until no answer of respondents who must not be known can be computed. */
export function auditGroups(tables: GroupingTables, before: GroupReasons): GroupReasons {
  const decide: Decide = (known) => suspectedAnswers(known, tables.solver, mostMended)
  let reasons = before
  // What is not known when less is withheld is not known when more is.
  for (let secrets = secretsOf(tables, reasons); ; ) {
    secrets = [...new Set(findPinned(tables, reasons, decide, secrets).map(({ secret }) => secret))]
    const [first] = secrets
    if (first === undefined) return reasons
    const groups =
      secrets.length > mostMended ? leastBreakdown(tables, reasons) : mend(tables, reasons, decide, first)
    if (groups.length === 0) return withReason(reasons, allShown(tables, reasons), 'PROTECTS_ANOTHER')
    reasons = withReason(reasons, groups, 'PROTECTS_ANOTHER')
  }
}

/** Where nothing less helps, such as a total that others add up to: all of these tables. */
function allShown({ system }: GroupingTables, reasons: GroupReasons): readonly Group[] {
  return system.groups.filter((group) => reasonOf(reasons, group) === undefined)
}

/** The groups to withhold for one secret: the least that helps, or else a whole breakdown. */
function mend(
  tables: GroupingTables,
  reasons: GroupReasons,
  decide: Decide,
  secret: Secret,
): readonly Group[] {
  const remedies = remediesFor(tables, reasons, secret)
  const helps = (groups: readonly Group[]) =>
    findPinned(tables, withReason(reasons, groups, 'PROTECTS_ANOTHER'), decide, [secret]).length === 0
  return remedies.slice(0, mostTried).find(helps) ?? leastBreakdown(tables, reasons)
}

/** The shown groups of the tables of most variables, and of these of most groups; where none are left, of everyone. */
function leastBreakdown(tables: GroupingTables, reasons: GroupReasons): readonly Group[] {
  const { system, rule } = tables
  const shown = system.groups.filter(
    (group) => reasonOf(reasons, group) === undefined && isTelling(tables, group),
  )
  const byTables = new Map<string, Group[]>()
  for (const group of shown.filter(({ kind }) => kind !== 'TOTAL')) {
    const key = group.names[0]!.by.join('/')
    byTables.set(key, [...(byTables.get(key) ?? []), group])
  }
  const [least] = [...byTables.values()].sort((a, b) => b[0]!.depth - a[0]!.depth || b.length - a.length)
  return least ?? shown.sort(byImportance(rule.order)).slice(-1)
}
