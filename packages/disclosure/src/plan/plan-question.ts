import type { Solver } from '../audit/solver.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import { auditGroups } from './audit-groups.ts'
import { type GroupReasons, reasonOf, underAllNames, withReason } from './group-reasons.ts'
import { protectPairs } from './protect-pairs.ts'
import {
  type GroupingTables,
  ownReason,
  type PlannedQuestion,
  plainTables,
  type QuestionTables,
  weightedTables,
} from './question-tables.ts'
import { withholdGroups } from './withhold-groups.ts'

/** What is withheld of a question's tables. */
export interface QuestionPlan {
  readonly plain: GroupReasons
  /** At least the same. */
  readonly weighted: GroupReasons
}

/**
 * Decides which groups of a question are withheld: for all tables by background together, for the tables by each
 * other question, and for any two of these taken together.
 *
 * @param before groups that are withheld whatever the question: a base of all who answered is a size, too
 */
export function planQuestion(
  question: PlannedQuestion,
  before: QuestionPlan,
  policy: DisclosurePolicy,
  solver: Solver,
): QuestionPlan {
  const plain = planTables(plainTables(question, policy, solver), before.plain)
  if (question.classOf === undefined) return { plain, weighted: plain }
  const withheld = new Map([...before.weighted, ...plain])
  return { plain, weighted: planTables(weightedTables(question, plain, policy, solver), withheld) }
}

function planTables(tables: QuestionTables, before: GroupReasons): GroupReasons {
  const { groupings, by } = tables
  const groups = groupings.flatMap((grouping) => grouping.groups)
  const planned = groupings.reduce((reasons, grouping) => planGrouping(by(grouping), reasons), before)
  const safe = protectPairs(tables, underAllNames(planned, groups))
  return underAllNames(safe, groups)
}

function planGrouping(tables: GroupingTables, before: GroupReasons): GroupReasons {
  const { system, rule } = tables
  const own = system.groups.filter((group) => ownReason(tables, group) !== undefined)
  const reasons = own.reduce((all, group) => withReason(all, [group], ownReason(tables, group)!), before)
  const withheld = new Set(system.groups.filter((group) => reasonOf(reasons, group) !== undefined))
  const secret = own.filter((group) => !tables.isKnown(group))
  const chosen = withholdGroups(system, rule, withheld, secret)
  return underAllNames(auditGroups(tables, withReason(reasons, chosen, 'PROTECTS_ANOTHER')), system.groups)
}
