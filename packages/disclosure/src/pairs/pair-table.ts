import type { GroupReasons } from '../plan/group-reasons.ts'
import { type PairSide, widthOf } from './pair-side.ts'
import type { BackgroundKinds } from './pair-wave.ts'
import { shownOfBoth } from './shown-classes.ts'
import type { SideMoves } from './side-moves.ts'
import { addTrades, type TableTrades, tableTrades } from './table-trades.ts'

/** What a table of two questions tells apart, and whom of each background it counts where. */
export interface PairTable {
  /** By answer to the first question, the row; by answer to the other, the column. */
  readonly rowOf: readonly number[]
  readonly columnOf: readonly number[]
  readonly rows: number
  readonly columns: number
  /** By kind of background and answer to the first question, a bit for each column of those who gave it. */
  readonly columnsOf: Int32Array
  /** By kind of background and answer to the first question, a bit for each answer to the other. */
  readonly othersOf: Int32Array
  /** By kind of background and answer to the other question, a bit for each row. */
  readonly rowsOf: Int32Array
  readonly sampleOf: Int32Array
  readonly otherMoves: SideMoves
  readonly trades: TableTrades
}

/** How the answers to two questions of a wave can be exchanged without a change by background. */
export interface PairMoves {
  readonly kinds: BackgroundKinds
  readonly ownMoves: SideMoves
  readonly otherMoves: SideMoves
}

export function pairTable(
  own: PairSide,
  other: PairSide,
  withheld: { readonly ofOwn: GroupReasons; readonly ofOther: GroupReasons },
  { kinds, ownMoves, otherMoves }: PairMoves,
): PairTable {
  const { rows, columns } = shownOfBoth(own, other, withheld)
  const { sampleOf } = kinds
  const columnsOf = bitsBy(own, other, columns.classOf, kinds)
  const rowsOf = bitsBy(other, own, rows.classOf, kinds)
  const trades = tableTrades(rows.classes, columns.classes, [ownMoves, otherMoves])
  const ofOwn = { bits: columnsOf, classOf: rows.classOf, own: columns.classes, other: 1, sampleOf }
  const ofOther = { bits: rowsOf, classOf: columns.classOf, own: 1, other: columns.classes, sampleOf }
  addTrades(trades, ownMoves, 0, ofOwn)
  addTrades(trades, otherMoves, ownMoves.size, ofOther)
  return {
    rowOf: rows.classOf,
    columnOf: columns.classOf,
    rows: rows.classes,
    columns: columns.classes,
    columnsOf,
    othersOf: bitsBy(own, other, [...columns.classOf.keys()], kinds),
    rowsOf,
    sampleOf,
    otherMoves,
    trades,
  }
}

/** By kind of background and answer to a question, a bit for each class of answers to another of those who gave it. */
function bitsBy(
  question: PairSide,
  { answerOf }: PairSide,
  classOf: readonly number[],
  { kindOf, list }: BackgroundKinds,
): Int32Array {
  const width = widthOf(question)
  const bits = new Int32Array(list.length * width)
  for (let who = 0; who < kindOf.length; who++) {
    bits[kindOf[who]! * width + question.answerOf[who]!]! |= 1 << classOf[answerOf[who]!]!
  }
  return bits
}
