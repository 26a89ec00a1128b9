import { EVERYONE } from '../release-plan.ts'
import type { Grouping } from './grouping.ts'
import {
  addTo,
  type Cell,
  emptyCell,
  isExchanged,
  type Pools,
  poolsAround,
  type ShownMeans,
} from './number-pools.ts'
import type { PlannedQuestion } from './question-tables.ts'

/** Of a question with more different numbers, no exchange is sought that keeps a sum: it takes too long. */
const mostNumbers = 100

/** A number given by few, and the place of a group in which somebody gave it. */
export interface RareNumber {
  readonly number: number
  readonly group: number
}

/** The numbers of those who answered another question as well. */
export interface GroupedNumbers {
  readonly grouping: Grouping
  /** By pattern, how many gave each number: all in it, and those of each sample class. */
  readonly cells: ReadonlyMap<number, Cell>
  /** Numbers given by fewer than k, of which readers must not know how many of a category gave them. */
  readonly rare: readonly RareNumber[]
  /** Whether there are too many different numbers to compare. */
  readonly areMany: boolean
}

const nothing: ShownMeans = { plain: () => false, weighted: () => false, spread: false }

/** The answers to a numeric question by those to another. */
export function groupedNumbers(
  { answers, classOf }: PlannedQuestion,
  grouping: Grouping,
  k: number,
): GroupedNumbers {
  const { groups, patterns, patternOf } = grouping
  const answered = groups.findIndex(({ names }) =>
    names.some(({ by, key }) => by.length > 0 && key === EVERYONE),
  )
  const cells = new Map<number, Cell>()
  const totals = new Map<number, number>()
  for (const [respondent, pattern] of patternOf.entries()) {
    if (answers.answered[respondent] === 0 || !patterns[pattern]!.groups.includes(answered)) continue
    const number = Number(answers.codes[answers.placeOf[respondent]!])
    const cell = cells.get(pattern) ?? emptyCell()
    cells.set(pattern, cell)
    addTo(cell, classOf?.[respondent] ?? 0, number, 1)
    totals.set(number, (totals.get(number) ?? 0) + 1)
  }
  const rare = [...totals].flatMap(([number, total]) =>
    total < k ? categoriesOf(number, grouping, cells).map((group) => ({ number, group })) : [],
  )
  const grouped = { grouping, cells, rare, areMany: totals.size > mostNumbers }
  // What everybody chose, or nobody else, no withholding of means can hide.
  const evident = new Set(knownNumbers(grouped, nothing))
  return { ...grouped, rare: rare.filter((one) => !evident.has(one)) }
}

/** The categories and nets in which somebody gave a number. */
function categoriesOf(
  number: number,
  { groups, patterns }: Grouping,
  cells: ReadonlyMap<number, Cell>,
): number[] {
  const holders = [...cells].filter(([, { all }]) => all.has(number)).map(([pattern]) => patterns[pattern]!)
  return [...groups.keys()].filter(
    (group) =>
      ['CATEGORY', 'NET'].includes(groups[group]!.kind) &&
      holders.some((pattern) => pattern.groups.includes(group)),
  )
}

/**
 * The rare numbers of which readers could know how many of a category gave them, even those who know how often each
 * number occurs in the wave. It is not known where respondents inside and outside the category can exchange numbers, so
 * that this count changes and nothing that is shown does.
 */
export function knownNumbers(numbers: GroupedNumbers, shown: ShownMeans): RareNumber[] {
  const poolsOf = new Map<number, Pools>()
  return numbers.rare.filter(({ number, group }) => {
    const pools = poolsOf.get(group) ?? poolsAround(group, numbers, shown)
    poolsOf.set(group, pools)
    return !isExchanged(number, pools, numbers.areMany, shown.spread)
  })
}
