import { WITHHELD_ANSWER } from './anonymous-answers.ts'
import type { BackgroundLevel } from './background-levels.ts'
import { type Cell, eitherAnswer, isDiverse } from './respondent-cells.ts'
import type { WeightLevel } from './weight-levels.ts'

/** One level of each background variable, and one of the weights. */
export interface Recoding {
  readonly levels: readonly BackgroundLevel[]
  readonly weights: WeightLevel
}

/** Respondents whom the anonymised answers say the same of, beside their answers. */
export interface RespondentClass {
  /** By background variable, the number of its group or `WITHHELD_ANSWER`. */
  readonly codes: readonly number[]
  /** Place of their weight. */
  readonly weight: number
  readonly cells: readonly Cell[]
  readonly size: number
  /** By sensitive question, as of a cell. */
  readonly answers: readonly number[]
}

/** Classes that may be told apart, and what of the background and the weights they lose, 0 to 1. */
export interface FormedClasses {
  readonly classes: readonly RespondentClass[]
  readonly loss: number
}

/**
 * Recodes respondents, and withholds values until each class has `k` respondents who differ in every sensitive
 * answer: as few values as will do, those least telling first. What then still stands alone says nothing of its
 * background, together with the smallest class of its weight, and the next, until it is enough.
 *
 * @returns undefined where even all respondents of one weight are not enough
 */
export function formClasses(
  cells: readonly Cell[],
  recoding: Recoding,
  k: number,
): FormedClasses | undefined {
  const isSafe = ({ size, answers }: RespondentClass) => size >= k && isDiverse(answers)
  let alone = cells
  const classes: RespondentClass[] = []
  const withholdings = waysToWithhold(cells, recoding)
  for (const withheld of withholdings) {
    const still: Cell[] = []
    for (const formed of groupCells(alone, recoding, withheld)) {
      if (isSafe(formed)) classes.push(formed)
      else still.push(...formed.cells)
    }
    alone = still
    if (alone.length === 0) break
  }
  for (const rest of groupCells(alone, recoding, withholdings.at(-1)!)) {
    const joined = joinSmallest(rest, classes, isSafe)
    if (joined === undefined) return undefined
    classes.push(joined)
  }
  return { classes, loss: lossOf(classes, recoding) }
}

/** Sets of variables to withhold, the least loss first; the last has all that are said. */
function waysToWithhold(cells: readonly Cell[], { levels }: Recoding): (readonly number[])[] {
  const said = levels.flatMap(({ detail }, variable) => (detail === 'NOT_SAID' ? [] : [variable]))
  const loss = levels.map(({ penalty }, variable) =>
    cells.reduce(
      (sum, { codes, respondents }) => sum + respondents.length * (1 - penalty[codes[variable]!]!),
      0,
    ),
  )
  const ways = Array.from({ length: 2 ** said.length }, (_, bits) =>
    said.filter((_, place) => (bits >> place) & 1),
  )
  const lossOfWay = (way: readonly number[]) => way.reduce((sum, variable) => sum + loss[variable]!, 0)
  return ways.sort((a, b) => a.length - b.length || lossOfWay(a) - lossOfWay(b))
}

function groupCells(cells: readonly Cell[], { levels, weights }: Recoding, withheld: readonly number[]) {
  const grouped = new Map<string, { codes: number[]; weight: number; cells: Cell[] }>()
  for (const cell of cells) {
    const codes = levels.map(({ groupOf }, variable) =>
      withheld.includes(variable) ? WITHHELD_ANSWER : groupOf[cell.codes[variable]!]!,
    )
    const weight = weights.valueOf[cell.weightBin]!
    const key = String.fromCharCode(weight, ...codes)
    const known = grouped.get(key)
    if (known === undefined) grouped.set(key, { codes, weight, cells: [cell] })
    else known.cells.push(cell)
  }
  return [...grouped.values()].map((group) => ({ ...group, ...totals(group.cells) }))
}

function totals(cells: readonly Cell[]) {
  return {
    size: cells.reduce((sum, { respondents }) => sum + respondents.length, 0),
    answers: cells
      .map(({ answers }) => answers)
      .reduce((a, b) => a.map((one, index) => eitherAnswer(one, b[index]!))),
  }
}

/** Takes classes of the same weight out of `classes`, the smallest first, until the rest is safe with them. */
function joinSmallest(
  rest: RespondentClass,
  classes: RespondentClass[],
  isSafe: (formed: RespondentClass) => boolean,
): RespondentClass | undefined {
  let joined = rest
  while (!isSafe(joined)) {
    const same = classes.filter(({ weight }) => weight === rest.weight)
    if (same.length === 0) return undefined
    const smallest = same.reduce((a, b) => (b.size < a.size ? b : a))
    classes.splice(classes.indexOf(smallest), 1)
    const cells = [...joined.cells, ...smallest.cells]
    joined = { ...joined, cells, ...totals(cells) }
  }
  return joined
}

function lossOf(classes: readonly RespondentClass[], { levels, weights }: Recoding): number {
  let lost = 0
  let size = 0
  for (const { codes, cells } of classes) {
    for (const cell of cells) {
      const one = levels.reduce(
        (sum, { penalty }, variable) =>
          sum + (codes[variable] === WITHHELD_ANSWER ? 1 : penalty[cell.codes[variable]!]!),
        0,
      )
      lost += one * cell.respondents.length
      size += cell.respondents.length
    }
  }
  return (lost / size + weights.loss) / (levels.length + 1)
}
