import { type PairTable, tradeBeside } from './pair-table.ts'
import type { SideMoves } from './side-moves.ts'

/**
 * Whether a table of two questions stays as it is when respondents exchange answers to the first, perhaps because
 * others, of other backgrounds, trade in it.
 */
export function keepsTable(
  table: PairTable,
  { who, answers }: SideMoves,
  move: number,
  kindOf: Int32Array,
): boolean {
  const one = table.rowOf[answers[2 * move]!]!
  const other = table.rowOf[answers[2 * move + 1]!]!
  if (one === other) return true
  const at = 4 * move
  const column = (place: number) => table.columnOf[table.other.answerOf[who[at + place]!]!]!
  const [a, c] = [column(0), column(2)]
  const isPair = who[at + 1] === -1
  if (isPair && a === c) return true
  const b = isPair ? 0 : column(1)
  const d = isPair ? 0 : column(3)
  if ((a === c && b === d) || (a === d && b === c)) return true
  const kinds = [kindOf[who[at]!]!, kindOf[who[at + 2]!]!]
  if (!isPair) kinds.push(kindOf[who[at + 1]!]!, kindOf[who[at + 3]!]!)
  const rows = { one, other }
  const becomes = (first: number, second: number) => {
    const used = traded(table, rows, a, first, kinds)
    return used !== undefined && traded(table, rows, b, second, used) !== undefined
  }
  return becomes(c, d) || (!isPair && becomes(d, c))
}

interface Rows {
  readonly one: number
  readonly other: number
}

/** The backgrounds used when trades make good for a column that becomes another; undefined where none are found. */
function traded(
  table: PairTable,
  { one, other }: Rows,
  from: number,
  to: number,
  used: readonly number[],
): readonly number[] | undefined {
  if (from === to) return used
  const direct = trade(table, { one, other }, from, to, used)
  if (direct !== undefined) return direct
  for (let column = 0; column < table.columns; column++) {
    if (column === from || column === to) continue
    const first = trade(table, { one, other }, from, column, used)
    const both = first && trade(table, { one, other }, column, to, first)
    if (both !== undefined) return both
  }
  for (let row = 0; row < table.rows; row++) {
    if (row === one || row === other) continue
    const first = trade(table, { one, other: row }, from, to, used)
    const both = first && trade(table, { one: row, other }, from, to, first)
    if (both !== undefined) return both
  }
  return undefined
}

function trade(
  table: PairTable,
  { one, other }: Rows,
  from: number,
  to: number,
  used: readonly number[],
): readonly number[] | undefined {
  const { columns, backgrounds } = table
  const found = tradeBeside(table, one * columns + to, other * columns + from, used)
  if (found === -1) return undefined
  const own = backgrounds.subarray(4 * found, 4 * found + 4)
  return [...used, ...own.filter((kind) => kind !== -1)]
}
