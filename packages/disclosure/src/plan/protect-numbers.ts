import type { WaveData } from '@peo/tabulation'
import { type DisclosurePolicy, type GroupKind, usualOrder } from '../release-plan.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Grouping, NamedGroup } from './grouping.ts'
import type { ShownMeans } from './number-pools.ts'
import type { QuestionPlan } from './plan-question.ts'
import type { PlannedQuestion } from './question-tables.ts'
import { type GroupedNumbers, groupedNumbers, knownNumbers, type RareNumber } from './rare-numbers.ts'

/** A plan of a question, and what its means by other questions show. */
export interface NumbersPlan extends QuestionPlan {
  /** Codes of the questions by which the spread is withheld. */
  readonly spreadWithheld: readonly string[]
}

/** Whether the answers to a question are numbers, so that it has means. */
export function isNumeric(data: WaveData, question: string): boolean {
  const kind = data.columns.get(question)?.kind
  return kind === 'numeric' || kind === 'levels'
}

/** Withholds means of a number by other questions, or their spread only, where they give single answers away. */
export function protectNumbers(
  question: PlannedQuestion,
  before: QuestionPlan,
  policy: DisclosurePolicy,
): NumbersPlan {
  const order = policy.withholdFirst ?? usualOrder
  let { plain, weighted } = before
  const spreadWithheld: string[] = []
  for (const grouping of question.groupings.slice(1)) {
    const numbers = groupedNumbers(question, grouping, policy.minimumGroupSize)
    if (numbers.rare.length === 0) continue
    const fromPlain = chosenFrom(numbers, plain, order, (reasons) => shownMeans(grouping, reasons, undefined))
    plain = withReason(plain, fromPlain, 'PROTECTS_ANOTHER')
    weighted = withReason(weighted, fromPlain, 'PROTECTS_ANOTHER')
    const fromWeighted = chosenFrom(numbers, weighted, order, (reasons) =>
      shownMeans(grouping, plain, reasons),
    )
    weighted = withReason(weighted, fromWeighted, 'PROTECTS_ANOTHER')
    const withSpread = { ...shownMeans(grouping, plain, weighted), spread: true }
    if (knownNumbers(numbers, withSpread).length > 0) spreadWithheld.push(variableOf(grouping))
  }
  return { plain, weighted, spreadWithheld }
}

/** A number given by few of which tables of means tell too much. */
export interface ExposedNumber {
  readonly by: readonly string[]
  /** `groupKey` of the category in which it was given. */
  readonly group: string
  readonly number: number
}

/** Looks for what means by other questions give away under a plan. */
export function exposedNumbers(
  question: PlannedQuestion,
  { plain, weighted, spreadWithheld }: NumbersPlan,
  policy: DisclosurePolicy,
): ExposedNumber[] {
  return question.groupings.slice(1).flatMap((grouping) => {
    const numbers = groupedNumbers(question, grouping, policy.minimumGroupSize)
    const spread = !spreadWithheld.includes(variableOf(grouping))
    return knownNumbers(numbers, { ...shownMeans(grouping, plain, weighted), spread }).map(
      ({ number, group }) => {
        const { by, key } = grouping.groups[group]!.names[0]!
        return { by, group: key, number }
      },
    )
  })
}

/** The least important groups to withhold until no number is known; the category concerned before others. */
function chosenFrom(
  numbers: GroupedNumbers,
  reasons: GroupReasons,
  order: readonly GroupKind[],
  shownWhere: (reasons: GroupReasons) => ShownMeans,
): NamedGroup[] {
  const known = (chosen: readonly NamedGroup[], rare = numbers.rare) =>
    knownNumbers({ ...numbers, rare }, shownWhere(withReason(reasons, chosen, 'PROTECTS_ANOTHER')))
  const { groups } = numbers.grouping
  const ranked = [...groups.keys()]
    .filter((group) => group > 0 && reasonOf(reasons, groups[group]!) === undefined)
    .sort(
      (one, other) =>
        order.indexOf(groups[one]!.kind) - order.indexOf(groups[other]!.kind) ||
        sizeOf(one, numbers) - sizeOf(other, numbers),
    )
  const chosen: NamedGroup[] = []
  // First those known before; then all, because not every exchange is looked for.
  const knownStill = (found: readonly RareNumber[]) => {
    const still = known(chosen, found)
    return still.length > 0 ? still : known(chosen)
  }
  for (let found = known(chosen); found.length > 0; found = knownStill(found)) {
    const left = ranked.filter((group) => !chosen.includes(groups[group]!))
    const next = left.find((group) => found.some((one) => one.group === group)) ?? left[0]
    if (next === undefined) break
    chosen.push(groups[next]!)
  }
  // What turns out not to be needed is shown after all.
  return chosen.reduceRight((needed, group) => {
    const others = needed.filter((other) => other !== group)
    return known(others).length === 0 ? others : needed
  }, chosen)
}

function sizeOf(group: number, { grouping, cells }: GroupedNumbers): number {
  let size = 0
  for (const [pattern, { all }] of cells) {
    if (grouping.patterns[pattern]!.groups.includes(group)) for (const count of all.values()) size += count
  }
  return size
}

/** Which groups of a grouping are shown; of the weighted ones none where nothing is said of them. */
function shownMeans(
  { groups }: Grouping,
  plain: GroupReasons,
  weighted: GroupReasons | undefined,
): ShownMeans {
  return {
    plain: (group) => reasonOf(plain, groups[group]!) === undefined,
    weighted: (group) => weighted !== undefined && reasonOf(weighted, groups[group]!) === undefined,
    spread: false,
  }
}

function variableOf({ groups }: Grouping): string {
  return groups.flatMap(({ names }) => names).find(({ by }) => by.length > 0)!.by[0]!
}
