import type { Routing } from '@peo/tabulation'
import type { Solver } from '../audit/solver.ts'
import type { DisclosurePolicy, WithheldReason } from '../release-plan.ts'
import { usualOrder } from '../release-plan.ts'
import { answerCounts, isUnanimous, type QuestionAnswers } from './answer-counts.ts'
import { auditGroups } from './audit-groups.ts'
import { type GroupReasons, reasonOf, withReasons } from './group-reasons.ts'
import { type Answerers, type Group, type GroupSystem, groupSystem, jointSystem } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import { withholdGroups } from './withhold-groups.ts'

/** A question, and all that tables with it single out. */
export interface PlannedQuestion {
  readonly answers: QuestionAnswers
  readonly routing?: Routing
  /** By respondent, equal where weight and sampling unit are; absent in a wave without either. */
  readonly classOf?: Int32Array
  /** First that of all background variables together, then one for each other question. */
  readonly groupings: readonly Grouping[]
  /** Groups that are withheld whatever the question. */
  readonly before: GroupReasons
}

/** What is withheld of a question's tables. */
export interface QuestionPlan {
  readonly plain: GroupReasons
  /** At least the same. */
  readonly weighted: GroupReasons
}

/**
 * Decides which groups of a question are withheld: for all tables by background together, for the tables by each
 * other question, and for any two of these taken together.
 */
export function planQuestion(question: PlannedQuestion, policy: DisclosurePolicy, solver: Solver): QuestionPlan {
  const { answered } = question.answers
  const routing = question.routing && { routing: question.routing }
  const plain = planTables(question, { answered, ...routing }, policy, solver, question.before, false)
  if (question.classOf === undefined) return { plain, weighted: plain }
  const { classOf } = question
  return { plain, weighted: planTables(question, { answered, classOf }, policy, solver, plain, true) }
}

function planTables(
  question: PlannedQuestion,
  answerers: Answerers,
  policy: DisclosurePolicy,
  solver: Solver,
  before: GroupReasons,
  weighted: boolean,
): GroupReasons {
  const { groupings } = question
  let reasons = before
  const known = (system: GroupSystem) => (weighted ? shownOf(system, before) : [])
  for (const grouping of groupings) {
    const system = groupSystem(grouping, answerers)
    reasons = planSystem(question, system, { policy, solver, always: known(system) }, reasons)
  }
  for (const [index, one] of groupings.entries()) {
    for (const other of groupings.slice(index + 1)) {
      const system = jointSystem(one, other, answerers)
      reasons = protectJoint(system, { policy, always: known(system) }, reasons)
    }
  }
  return reasons
}

/** The sets of atoms whose counts are published where these groups are withheld. */
function shownOf({ groups }: GroupSystem, reasons: GroupReasons): (readonly number[])[] {
  return groups.filter((group) => reasonOf(reasons, group) === undefined).map(({ atoms }) => atoms)
}

interface Rule {
  readonly policy: DisclosurePolicy
  readonly always: readonly (readonly number[])[]
}

function withholdingRule({ policy, always }: Rule) {
  return { k: policy.minimumGroupSize, order: policy.withholdFirst ?? usualOrder, always }
}

function planSystem(
  { answers }: PlannedQuestion,
  system: GroupSystem,
  rule: Rule & { readonly solver: Solver },
  before: GroupReasons,
): GroupReasons {
  const counts = answerCounts(answers, system)
  const withheldFor = ownReason(system, counts, rule.policy.minimumGroupSize)
  const own = system.groups.filter((group) => withheldFor(group) !== undefined)
  let reasons = withReasons(before, own, (group) => withheldFor(group as Group)!)
  const others = system.groups.filter((group) => !own.includes(group) && reasonOf(reasons, group) !== undefined)
  const protect = (more: readonly Group[]) => withholdGroups(system, withholdingRule(rule), own, more)
  reasons = withReasons(reasons, protect(others), () => 'PROTECTS_ANOTHER')
  return auditGroups(system, { answers, counts, ...rule }, reasons)
}

/** Why a group is withheld whatever else is published. */
function ownReason({ sizes }: GroupSystem, counts: readonly Float64Array[], k: number) {
  const isSmall = (set: readonly number[]) => set.reduce((sum, atom) => sum + sizes[atom]!, 0) < k
  return (group: Group): WithheldReason | undefined => {
    if (group.size < k || group.parts.some(isSmall)) return 'BELOW_MINIMUM'
    return isUnanimous(group, counts) ? 'UNANIMOUS' : undefined
  }
}

/** What two groupings together would give away. */
function protectJoint(system: GroupSystem, rule: Rule, before: GroupReasons): GroupReasons {
  const withheld = system.groups.filter((group) => reasonOf(before, group) !== undefined)
  const unanimous = withheld.filter((group) => reasonOf(before, group) === 'UNANIMOUS')
  const more = withholdGroups(system, withholdingRule(rule), unanimous, withheld)
  return withReasons(before, more, () => 'PROTECTS_ANOTHER')
}
