import { EVERYONE } from '../release-plan.ts'
import type { Grouping } from './grouping.ts'
import { canExchange, type NumberCounts } from './number-exchanges.ts'
import type { PlannedQuestion } from './question-tables.ts'

/** Of a number with more different answers, any answer counts as known: comparing them all takes too long. */
const mostNumbers = 100

/** Those of one pattern and one sample class, by the numbers they gave. */
interface Cell {
  readonly pattern: number
  readonly sample: number
  readonly numbers: NumberCounts
}

/** A number given by few, and the place of a group in which somebody gave it. */
export interface RareNumber {
  readonly number: number
  readonly group: number
}

/** The numbers of those who answered another question too. */
export interface GroupedNumbers {
  readonly grouping: Grouping
  readonly cells: readonly Cell[]
  /** Those of which readers must not know how many of a group gave them. */
  readonly rare: readonly RareNumber[]
}

/** What means by a question show. */
export interface ShownMeans {
  /** Whether the means of the group at this place are shown, unweighted and weighted. */
  readonly plain: (group: number) => boolean
  readonly weighted: (group: number) => boolean
  /** Whether standard deviations are shown as well. */
  readonly spread: boolean
}

const nothing: ShownMeans = { plain: () => false, weighted: () => false, spread: false }

/** The numbers that answer a question by the groups of another question, and which of them are given by fewer than k. */
export function groupedNumbers(
  { answers, classOf }: PlannedQuestion,
  grouping: Grouping,
  k: number,
): GroupedNumbers {
  const { groups, patterns, patternOf } = grouping
  const everyone = groups.findIndex(({ names }) => names.some(({ by, key }) => by.length > 0 && key === EVERYONE))
  const cells = new Map<string, Cell & { readonly numbers: Map<number, number> }>()
  const totals = new Map<number, number>()
  for (const [respondent, pattern] of patternOf.entries()) {
    if (answers.answered[respondent] === 0 || !patterns[pattern]!.groups.includes(everyone)) continue
    const sample = classOf?.[respondent] ?? 0
    const cell = cells.get(`${pattern} ${sample}`) ?? { pattern, sample, numbers: new Map() }
    cells.set(`${pattern} ${sample}`, cell)
    const number = Number(answers.codes[answers.of(respondent)[0]!])
    cell.numbers.set(number, (cell.numbers.get(number) ?? 0) + 1)
    totals.set(number, (totals.get(number) ?? 0) + 1)
  }
  const all = [...cells.values()]
  const few = [...totals].filter(([, total]) => total < k).map(([number]) => number)
  const categories = [...groups.keys()].filter((group) => groups[group]!.kind === 'CATEGORY')
  const rare = few.flatMap((number) =>
    categories
      .filter((group) =>
        all.some(({ pattern, numbers }) => numbers.has(number) && patterns[pattern]!.groups.includes(group)),
      )
      .map((group) => ({ number, group })),
  )
  const grouped = { grouping, cells: all, rare }
  // What follows from who answered what, whatever the means, no plan can withhold.
  const hopeless = new Set(knownNumbers(grouped, nothing))
  return { ...grouped, rare: rare.filter((one) => !hopeless.has(one)) }
}

/**
 * The rare numbers of which readers may know how many of a group gave them: knowing how often each number occurs, and
 * what is shown. Unless respondents of two patterns can exchange numbers and nothing shown changes but this, it counts
 * as known.
 */
export function knownNumbers({ grouping, cells, rare }: GroupedNumbers, shown: ShownMeans): RareNumber[] {
  ...
}
