import { type PinnedAnswer, pinnedAnswers } from '../audit/pinned-answers.ts'
import type { Solver } from '../audit/solver.ts'
import { type DisclosurePolicy, usualOrder } from '../release-plan.ts'
import type { QuestionAnswers } from './answer-counts.ts'
import { type GroupReasons, reasonOf, withReasons } from './group-reasons.ts'
import type { Group, GroupSystem } from './group-system.ts'
import { byImportance } from './withhold-groups.ts'

/** What an audit needs to know of a question beside its groups. */
export interface AuditedQuestion {
  readonly answers: Pick<QuestionAnswers, 'exclusive'>
  /** By answer, how many of each atom gave it; none for a table of background alone. */
  readonly counts: readonly Float64Array[]
  /** Sets of atoms that are published in any case. */
  readonly always: readonly (readonly number[])[]
  readonly policy: DisclosurePolicy
  readonly solver: Solver
}

/** A withheld group whose answers are known all the same. */
export interface GroupFinding extends Omit<PinnedAnswer, 'withheld'> {
  readonly group: Group
}

/** Withholds more, least important first, until no answer of a withheld group can be computed. */
export function auditGroups(system: GroupSystem, question: AuditedQuestion, before: GroupReasons): GroupReasons {
  const order = byImportance(question.policy.withholdFirst ?? usualOrder)
  let reasons = before
  for (let found = findPinned(system, question, reasons); found.length > 0; ) {
    const shown = system.groups.filter((group) => group.size > 0 && reasonOf(reasons, group) === undefined)
    const next = found.flatMap(({ group }) => mostRelated(group, shown.toSorted(order)) ?? [])[0]
    if (next === undefined) break
    reasons = withReasons(reasons, [next], () => 'PROTECTS_ANOTHER')
    found = findPinned(system, question, reasons)
  }
  return reasons
}

/** The least important group of the same tables as another; else of those that share respondents with it. */
function mostRelated({ names, atoms }: Group, shown: readonly Group[]): Group | undefined {
  const tables = names.map(({ by }) => by.join('/'))
  const isBeside = (group: Group) => group.names.some(({ by }) => tables.includes(by.join('/')))
  return shown.findLast(isBeside) ?? shown.findLast((group) => group.atoms.some((atom) => atoms.includes(atom)))
}

/** The withheld groups of which what is shown leaves one value of an answer's count, or one answer. */
export function findPinned(system: GroupSystem, question: AuditedQuestion, reasons: GroupReasons): GroupFinding[] {
  const { sizes, groups } = system
  const occupied = [...sizes.keys()].filter((atom) => sizes[atom]! > 0)
  const place = new Map(occupied.map((atom, index) => [atom, index]))
  const set = (atoms: readonly number[]) => atoms.flatMap((atom) => place.get(atom) ?? [])
  const withheld = groups.filter((group) => group.size > 0 && reasonOf(reasons, group) !== undefined)
  if (withheld.length === 0) return []
  const shown = groups.filter((group) => reasonOf(reasons, group) === undefined).flatMap(({ parts }) => parts)
  const found = pinnedAnswers(
    {
      ...unknownsOf(system, occupied, question),
      published: [...question.always, ...shown].map(set),
      withheld: withheld.map(({ atoms }) => set(atoms)),
    },
    question.solver,
  )
  return found.map((finding) => ({ ...finding, group: withheld[finding.withheld]! }))
}

/** In a table of background alone the sizes of the atoms are what is not known: any up to all respondents. */
function unknownsOf({ sizes }: GroupSystem, occupied: readonly number[], { answers, counts }: AuditedQuestion) {
  const own = occupied.map((atom) => sizes[atom]!)
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
