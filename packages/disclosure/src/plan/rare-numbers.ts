import { EVERYONE } from '../release-plan.ts'
import type { Grouping } from './grouping.ts'
import { canExchange } from './number-exchanges.ts'
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

interface Cell {
  readonly all: Map<number, number>
  readonly bySample: Map<number, Map<number, number>>
}

/** Of which groups means are shown, by place in the grouping, and whether with their spread. */
export interface ShownMeans {
  readonly plain: (group: number) => boolean
  readonly weighted: (group: number) => boolean
  readonly spread: boolean
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

/** The categories in which somebody gave a number. */
function categoriesOf(
  number: number,
  { groups, patterns }: Grouping,
  cells: ReadonlyMap<number, Cell>,
): number[] {
  const holders = [...cells].filter(([, { all }]) => all.has(number)).map(([pattern]) => patterns[pattern]!)
  return [...groups.keys()].filter(
    (group) =>
      groups[group]!.kind === 'CATEGORY' && holders.some((pattern) => pattern.groups.includes(group)),
  )
}

/**
 * The rare numbers of which readers could know how many of a category gave them, even those who know how often each
 * number occurs in the wave. It is not known where respondents inside and outside the category can exchange numbers, so
 * that this count changes and nothing that is shown does.
 */
export function knownNumbers(numbers: GroupedNumbers, shown: ShownMeans): RareNumber[] {
  const poolsOf = new Map<number, Pool[]>()
  return numbers.rare.filter(({ number, group }) => {
    const pools = poolsOf.get(group) ?? poolsAround(group, numbers, shown)
    poolsOf.set(group, pools)
    const inside = pools.filter(({ isInside }) => isInside)
    const outside = pools.filter(({ isInside }) => !isInside)
    const isFree = (one: Pool, other: Pool) =>
      (one.cell.all.has(number) || other.cell.all.has(number)) &&
      areExchanged(number, one, other, numbers.areMany, shown)
    return !inside.some((one) => outside.some((other) => isFree(one, other)))
  })
}

/** Those in a category, or not in it, who are in the same groups shown. */
interface Pool {
  readonly isInside: boolean
  readonly plain: string
  readonly weighted: string
  readonly cell: Cell
}

function poolsAround(group: number, { grouping, cells }: GroupedNumbers, shown: ShownMeans): Pool[] {
  const pools = new Map<string, Pool>()
  for (const [pattern, cell] of cells) {
    const { groups } = grouping.patterns[pattern]!
    const isInside = groups.includes(group)
    const [plain, weighted] = [shown.plain, shown.weighted].map((isShown) =>
      groups.filter(isShown).sort().join(),
    )
    const key = `${isInside} ${plain} ${weighted}`
    const pool = pools.get(key) ?? { isInside, plain: plain!, weighted: weighted!, cell: emptyCell() }
    pools.set(key, pool)
    for (const [sample, counts] of cell.bySample) {
      for (const [number, count] of counts) addTo(pool.cell, sample, number, count)
    }
  }
  return [...pools.values()]
}

/** Whether an exchange between two pools leaves all that is shown as it is. */
function areExchanged(
  number: number,
  one: Pool,
  other: Pool,
  areMany: boolean,
  { spread }: ShownMeans,
): boolean {
  const isSummed = one.plain !== other.plain
  if (isSummed && areMany) return false
  const known = isSummed ? (spread ? 'MEAN_AND_SPREAD' : 'MEAN') : 'BASE'
  if (one.weighted === other.weighted) return canExchange(number, one.cell.all, other.cell.all, known)
  // Among those of equal weight, an exchange leaves weighted means as they are too.
  return [...one.cell.bySample].some(([sample, counts]) =>
    canExchange(number, counts, other.cell.bySample.get(sample) ?? new Map(), known),
  )
}

function emptyCell(): Cell {
  return { all: new Map(), bySample: new Map() }
}

function addTo({ all, bySample }: Cell, sample: number, number: number, count: number): void {
  const own = bySample.get(sample) ?? new Map<number, number>()
  bySample.set(sample, own)
  for (const counts of [all, own]) counts.set(number, (counts.get(number) ?? 0) + count)
}
