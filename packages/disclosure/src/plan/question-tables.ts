import type { Routing } from '@peo/tabulation'
import type { Solver } from '../audit/solver.ts'
import { type DisclosurePolicy, usualOrder, type WithheldReason } from '../release-plan.ts'
import { answerCounts, isAlike, isUnanimous, type QuestionAnswers } from './answer-counts.ts'
import { type GroupReasons, reasonOf } from './group-reasons.ts'
import { type Group, type GroupSystem, groupSystem, jointSystem } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import type { TablePairs } from './protect-pairs.ts'
import { steadyPairs } from './steady-pairs.ts'
import type { WithholdingRule } from './withhold-groups.ts'

/** A question, and all that tables with it single out. */
export interface PlannedQuestion {
  readonly answers: QuestionAnswers
  readonly routing?: Routing
  /** By respondent, equal where weight and sampling unit are; absent in a wave without either. */
  readonly classOf?: Int32Array
  /** First that of all background variables together, then one for each other question. */
  readonly groupings: readonly Grouping[]
  /** Whether these are the tables of background alone. The number of respondents is public, whatever they withhold. */
  readonly isBackground: boolean
}

/** The tables of a question by one grouping. */
export interface GroupingTables {
  readonly system: GroupSystem
  readonly rule: WithholdingRule
  readonly answers: QuestionAnswers
  /** By answer, how many of each atom gave it. */
  readonly counts: readonly Int32Array[]
  /** Whether a group's counts are published whatever is withheld of these tables. */
  readonly isKnown: (group: Group) => boolean
  readonly solver: Solver
}

/** All tables of a question, unweighted or weighted. */
export interface QuestionTables extends TablePairs {
  readonly by: (grouping: Grouping) => GroupingTables
  /** Those by several groupings, as the tables of one. */
  readonly jointly: (together: readonly Grouping[]) => GroupingTables
}

/** The unweighted tables of a question. */
export function plainTables(
  question: PlannedQuestion,
  policy: DisclosurePolicy,
  solver: Solver,
): QuestionTables {
  return tablesOf(question, undefined, policy, solver)
}

/** Its weighted tables, which are read next to the same tables unweighted, of which these groups are withheld. */
export function weightedTables(
  question: PlannedQuestion,
  plain: GroupReasons,
  policy: DisclosurePolicy,
  solver: Solver,
): QuestionTables {
  return tablesOf(question, plain, policy, solver)
}

function tablesOf(
  { answers, routing, classOf, groupings, isBackground }: PlannedQuestion,
  plain: GroupReasons | undefined,
  policy: DisclosurePolicy,
  solver: Solver,
): QuestionTables {
  const answerers = {
    answered: answers.answered,
    ...(plain === undefined ? routing && { routing } : classOf && { classOf }),
  }
  const isKnown = (group: Group) => plain !== undefined && reasonOf(plain, group) === undefined
  const ruled = (whole: GroupSystem) => {
    const isNamed = ({ names }: Group) => !isBackground || names.some(({ by }) => by.length > 0)
    const system = { ...whole, groups: whole.groups.filter(isNamed) }
    const known = system.groups.filter(isKnown).map(({ atoms }) => atoms)
    const rule: WithholdingRule = {
      k: policy.minimumGroupSize,
      order: policy.withholdFirst ?? usualOrder,
      always: [...known, ...everyone(whole)],
    }
    return { system, rule }
  }
  // All who answered follow from many tables: as they are shown, or summed up from the groups of others.
  const areAlike = isAlike(answers)
  const everyone = ({ groups }: GroupSystem) => {
    const { atoms, size } = groups[0]!
    return size < policy.minimumGroupSize || areAlike ? [] : [atoms]
  }
  const tablesOn = (whole: GroupSystem): GroupingTables => {
    const { system, rule } = ruled(whole)
    return { system, rule, answers, counts: answerCounts(answers, system), isKnown, solver }
  }
  return {
    groupings,
    size: answers.answered.reduce((sum, one) => sum + one, 0),
    by: (grouping) => tablesOn(groupSystem(grouping, answerers)),
    jointly: (together) => tablesOn(jointSystem(together, answerers)),
    joint: (together) => ruled(jointSystem(together, answerers)),
    steady: (withheld) => steadyPairs(answerers, withheld, plain ?? withheld, policy.minimumGroupSize),
  }
}

/** Whether to withhold a group withholds anything: not where others tell all that its figures give away. */
export function isTelling({ system, isKnown }: GroupingTables, group: Group): boolean {
  const isEveryone = group.names.some(({ by }) => by.length === 0)
  const byQuestion = system.groups.some((other) => other.byQuestion)
  if (isEveryone && (byQuestion || group.parts.length === 1)) return false
  return group.parts.length > 1 || !isKnown(group)
}

/** Why a group is withheld whatever else is published; undefined where nothing requires it. */
export function ownReason(
  { system, rule, answers, counts }: GroupingTables,
  group: Group,
): WithheldReason | undefined {
  const isSmall = (set: readonly number[]) => set.reduce((sum, atom) => sum + system.sizes[atom]!, 0) < rule.k
  if (group.size < rule.k || group.parts.some(isSmall)) return 'BELOW_MINIMUM'
  return answers.hasChoice && isUnanimous(group, counts) ? 'UNANIMOUS' : undefined
}
