import type { Couple } from './keeps-table.ts'
import type { PairTable } from './pair-table.ts'
import { lowestBit } from './table-trades.ts'

/**
 * The backgrounds used when one of a couple who exchanged rows then exchanges columns with somebody of the row that
 * the other now has, so that the table stays; undefined where nobody is known.
 */
export function turned(
  table: PairTable,
  { here, there, from, to }: Couple,
  column: number,
  otherColumn: number,
  used: readonly number[],
): readonly number[] | undefined {
  const [one, other] = [table.rowOf[from]!, table.rowOf[to]!]
  return (
    // Who came to the first row gives up the other column; or who left it, the first one.
    turn(table, there, to, [otherColumn, column], [one, other], used) ??
    turn(table, here, from, [column, otherColumn], [other, one], used)
  )
}

/**
 * @param columns that are given up and taken
 * @param rows of who gives up the first column, and of somebody who takes it for the other
 */
function turn(
  table: PairTable,
  who: number,
  answer: number,
  columns: readonly [number, number],
  rows: readonly [number, number],
  used: readonly number[],
): readonly number[] | undefined {
  const { columnOf, othersOf, rowOf, otherMoves } = table
  const { kinds, answers, byKind } = otherMoves
  for (let some = othersOf[who * rowOf.length + answer]!; some !== 0; some &= some - 1) {
    const given = lowestBit(some)
    if (columnOf[given] !== columns[0]) continue
    for (const place of byKind(who, given)) {
      const move = place >> 2
      const isFirst = (place & 2) === 0
      const taken = answers[2 * move + Number(isFirst)]!
      if (columnOf[taken] !== columns[1]) continue
      const at = 4 * move
      const mate = kinds[(4 * move + (place & 3)) ^ 1]!
      const [r, s] = isFirst ? [kinds[at + 2]!, kinds[at + 3]!] : [kinds[at]!, kinds[at + 1]!]
      if (used.includes(r) || (mate !== -1 && (used.includes(s) || used.includes(mate)))) continue
      if (keepsRows(table, { mate, r, s, given, taken }, rows[1], table.sampleOf[who]!)) {
        return mate === -1 ? [...used, r] : [...used, mate, r, s]
      }
    }
  }
  return undefined
}

interface Others {
  readonly mate: number
  readonly r: number
  readonly s: number
  readonly given: number
  readonly taken: number
}

/** Whether somebody of the row takes the column, and two others, if any, keep theirs in the same row. */
function keepsRows(
  { rowsOf, columnOf, sampleOf }: PairTable,
  { mate, r, s, given, taken }: Others,
  row: number,
  sample: number,
): boolean {
  const width = columnOf.length
  const ofR = rowsOf[r * width + taken]!
  if (mate === -1) return sampleOf[r] === sample && ((ofR >> row) & 1) === 1
  const ofS = rowsOf[s * width + taken]!
  const ofMate = rowsOf[mate * width + given]!
  return (
    (sampleOf[r] === sample &&
      sampleOf[s] === sampleOf[mate] &&
      ((ofR >> row) & 1) === 1 &&
      (ofS & ofMate) !== 0) ||
    (sampleOf[s] === sample &&
      sampleOf[r] === sampleOf[mate] &&
      ((ofS >> row) & 1) === 1 &&
      (ofR & ofMate) !== 0)
  )
}
