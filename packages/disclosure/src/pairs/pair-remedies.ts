import { type GroupReasons, reasonOf } from '../plan/group-reasons.ts'
import type { Grouping, NamedGroup } from '../plan/grouping.ts'

/** Groups to withhold in the tables of one question by another. */
export interface PairRemedy {
  readonly question: string
  readonly groups: readonly NamedGroup[]
}

/** Single answers and pairs of them that are tried, each. */
const mostTried = 6

/** What a question's tables by another show. */
export interface ShownBy {
  readonly question: string
  readonly reasons: GroupReasons
  /** The groups that the answers to the other make. */
  readonly grouping: Grouping
}

/**
 * What could be withheld of a table of two questions, the least first: the groups of one answer, which the total gives
 * away unless something else is withheld; of two; of all answers to one question, or to both.
 */
export function pairRemedies(sides: readonly ShownBy[]): (readonly PairRemedy[])[] {
  const single = sides.flatMap((side) => choices(side, 1))
  const double = sides.flatMap((side) => choices(side, 2))
  const least = [single, double].flatMap((some) => some.sort((a, b) => a.cost - b.cost).slice(0, mostTried))
  const answers = sides.map(({ question, reasons, grouping }) => ({
    question,
    groups: shownGroups(grouping, reasons).filter(({ kind }) => kind !== 'TOTAL'),
  }))
  const everything = sides.map(({ question, reasons, grouping }) => ({
    question,
    groups: shownGroups(grouping, reasons),
  }))
  return [
    ...least.map(({ question, groups }) => [{ question, groups }]),
    ...answers.map((remedy) => [remedy]),
    answers,
    everything,
  ]
}

/** The first group is everyone, whatever they answered. */
const shownGroups = ({ groups }: Grouping, reasons: GroupReasons) =>
  groups.filter((group, place) => place > 0 && reasonOf(reasons, group) === undefined)

/** One answer or two, with the nets that hold only some of these, by how many gave them. */
function choices({ question, reasons, grouping }: ShownBy, number: 1 | 2) {
  const shown = shownGroups(grouping, reasons)
  const members = new Map(shown.map((group) => [group, membersOf(grouping, group)]))
  const answers = shown.filter((group) => group.kind === 'CATEGORY' && members.get(group)!.size > 0)
  const chosen =
    number === 1
      ? answers.map((answer) => [answer])
      : answers.flatMap((answer, place) => answers.slice(place + 1).map((other) => [answer, other]))
  return chosen.map((some) => {
    const nets = shown
      .filter(({ kind }) => kind === 'NET')
      .filter((net) => {
        const within = some.filter((answer) =>
          [...members.get(answer)!.keys()].every((one) => members.get(net)!.has(one)),
        )
        return within.length > 0 && within.length < Math.max(2, some.length)
      })
    const groups = [...some, ...nets]
    const cost = groups.reduce(
      (all, group) => [...members.get(group)!.values()].reduce((a, b) => a + b, all),
      0,
    )
    return { question, groups, cost }
  })
}

/** By pattern of a group, how many respondents have it. */
function membersOf({ groups, patterns, patternOf }: Grouping, group: NamedGroup): Map<number, number> {
  const place = groups.indexOf(group)
  const members = new Map<number, number>()
  for (const pattern of patternOf) {
    if (patterns[pattern]!.groups.includes(place)) members.set(pattern, (members.get(pattern) ?? 0) + 1)
  }
  return members
}
