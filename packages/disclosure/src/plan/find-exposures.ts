import { pinnedAnswers } from '../audit/pinned-answers.ts'
import type { Solver } from '../audit/solver.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import { exposingSets, findExposure } from './exposed-set.ts'
import { findPinned, secretsOf } from './find-pinned.ts'
import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { GroupSystem } from './group-system.ts'
import type { GroupName, NamedGroup } from './grouping.ts'
import { forUnsafePairs } from './protect-pairs.ts'
import {
  type GroupingTables,
  ownReason,
  type PlannedQuestion,
  plainTables,
  type QuestionTables,
  weightedTables,
} from './question-tables.ts'
import { publishedSets } from './withhold-groups.ts'

/** What tables of a question give away. */
export interface Suspect {
  /** The variables of the tables. */
  readonly by: readonly string[]
  /** `groupKey`; null for respondents without a name. */
  readonly group: string | null
  readonly problem: 'SHOWN' | 'FOLLOWS' | 'PINNED' | 'ONE_ANSWER'
  readonly answer: string | null
}

/** Looks for what the tables of a question give away where these groups are withheld. */
export function findExposures(
  question: PlannedQuestion,
  { plain, weighted }: { readonly plain: GroupReasons; readonly weighted: GroupReasons },
  policy: DisclosurePolicy,
  solver: Solver,
): Suspect[] {
  const found = suspectsOf(plainTables(question, policy, solver), plain)
  if (question.classOf === undefined) return found
  return [...found, ...suspectsOf(weightedTables(question, plain, policy, solver), weighted)]
}

function suspectsOf(tables: QuestionTables, reasons: GroupReasons): Suspect[] {
  const found = tables.groupings.flatMap((grouping) => suspectsBy(tables.by(grouping), reasons))
  forUnsafePairs(
    tables,
    () => reasons,
    ({ system }) => {
      found.push({
        by: tablesOf(system),
        group: null,
        problem: 'FOLLOWS',
        answer: null,
      })
    },
  )
  return found
}

function suspectsBy(tables: GroupingTables, reasons: GroupReasons): Suspect[] {
  const { system, rule, answers } = tables
  const own = system.groups.filter((group) => ownReason(tables, group) !== undefined)
  const shown = system.groups.filter((group) => reasonOf(reasons, group) === undefined)
  const published = publishedSets(shown, new Set(), rule.always)
  const secret = own.filter((group) => !tables.isKnown(group))
  const exposure = findExposure(system, published, secret, rule.k)
  const exposing = exposure === undefined ? [] : exposingSets(system, published, exposure)
  return [
    ...own
      .filter((group) => shown.includes(group))
      .map((group) => ({ ...nameOf(group), problem: 'SHOWN' as const, answer: null })),
    ...exposing
      .flatMap(({ group }) => group ?? [])
      .slice(-1)
      .map((group) => ({ by: nameOf(group).by, group: null, problem: 'FOLLOWS' as const, answer: null })),
    ...findPinned(
      tables,
      reasons,
      (known) => pinnedAnswers(known, tables.solver),
      secretsOf(tables, reasons),
    ).map(({ secret, problem, answer }) => ({
      ...(secret.group ? nameOf(secret.group) : { by: tablesOf(system), group: null }),
      problem,
      answer: answers.codes[answer] ?? null,
    })),
  ]
}

/** The variables of all tables of a system. */
function tablesOf({ groups }: GroupSystem): string[] {
  return [...new Set(groups.flatMap(({ names }) => names.flatMap(({ by }) => by)))]
}

function nameOf({ names }: NamedGroup): { by: GroupName['by']; group: string } {
  const { by, key } = names[0]!
  return { by, group: key }
}
