import type { GroupReasons } from '../plan/group-reasons.ts'
import type { PairSide } from './pair-side.ts'
import { shownOfBoth } from './shown-classes.ts'
import type { SideMoves } from './side-moves.ts'

/** Trades that are kept of each sort. */
const kept = 3

/** Respondents of a background that are compared with each other. */
const mostCompared = 8

/**
 * A table of two questions, by the answers that it tells apart, and what can be traded in it: somebody of one type
 * and somebody of another get the columns of each other, while all that else is published stays.
 */
export interface PairTable {
  readonly own: PairSide
  readonly other: PairSide
  readonly rowOf: readonly number[]
  readonly columnOf: readonly number[]
  readonly rows: number
  readonly columns: number
  /** By two types, places in `backgrounds`; -1 where there are no more. */
  readonly trades: Int32Array
  /** Of each trade, the backgrounds of those who take part; -1 where there are no more. */
  readonly backgrounds: Int32Array
}

export function pairTable(
  own: PairSide,
  other: PairSide,
  withheld: { readonly ofOwn: GroupReasons; readonly ofOther: GroupReasons },
  by: {
    readonly kindOf: Int32Array
    readonly membersOf: readonly Int32Array[]
    readonly otherMoves: SideMoves
  },
): PairTable {
  const shown = shownOfBoth(own, other, withheld)
  const [rowOf, columnOf] = [shown.rows.classOf, shown.columns.classOf]
  const [rows, columns] = [shown.rows.classes, shown.columns.classes]
  const { kindOf, membersOf, otherMoves } = by
  const backgrounds = new Int32Array(4 * (membersOf.length + otherMoves.size)).fill(-1)
  const table = {
    own,
    other,
    rowOf,
    columnOf,
    rows,
    columns,
    trades: new Int32Array((rows * columns) ** 2 * kept).fill(-1),
    backgrounds,
  }
  for (const [kind, members] of membersOf.entries()) {
    backgrounds[4 * kind] = kind
    addWithin(table, members, kind)
  }
  for (let move = 0; move < otherMoves.size; move++)
    addMove(table, otherMoves, move, kindOf, membersOf.length)
  return table
}

function addWithin(table: PairTable, members: Int32Array, kind: number): void {
  const { own, other, rowOf, columnOf, columns } = table
  const most = Math.min(members.length, mostCompared)
  const type = (who: number) => rowOf[own.answerOf[who]!]! * columns + columnOf[other.answerOf[who]!]!
  for (let one = 0; one < most; one++) {
    const first = type(members[one]!)
    for (let next = one + 1; next < most; next++) {
      const second = type(members[next]!)
      keep(table, first, second, kind)
      keep(table, second, first, kind)
    }
  }
}

/** An exchange of answers to the other question is a trade where all rows but two are the same. */
function addMove(
  table: PairTable,
  { who, answers }: SideMoves,
  move: number,
  kindOf: Int32Array,
  first: number,
): void {
  const { own, rowOf, columnOf, columns, backgrounds } = table
  const [one, other] = [columnOf[answers[2 * move]!]!, columnOf[answers[2 * move + 1]!]!]
  const at = 4 * move
  const row = (place: number) => (who[at + place] === -1 ? -1 : rowOf[own.answerOf[who[at + place]!]!]!)
  const [p, q, r, s] = [row(0), row(1), row(2), row(3)]
  const rest = p === r ? [q, s] : p === s ? [q, r] : q === r ? [p, s] : q === s ? [p, r] : undefined
  if (rest === undefined || rest[0] === rest[1] || one === other) return
  const trade = first + move
  for (let place = 0; place < 4; place++) {
    const each = who[at + place]!
    backgrounds[4 * trade + place] = each === -1 ? -1 : kindOf[each]!
  }
  const [from, to] = [rest[0]! * columns + one, rest[1]! * columns + other]
  keep(table, from, to, trade)
  keep(table, to, from, trade)
}

function keep({ trades, rows, columns }: PairTable, first: number, second: number, trade: number): void {
  const place = (first * rows * columns + second) * kept
  for (let slot = place; slot < place + kept; slot++) {
    if (trades[slot] === trade) return
    if (trades[slot] === -1) {
      trades[slot] = trade
      return
    }
  }
}

/** A trade between two types of which nobody is of some backgrounds; -1 where none is known. */
export function tradeBeside(
  { trades, rows, columns, backgrounds }: PairTable,
  first: number,
  second: number,
  used: readonly number[],
): number {
  const place = (first * rows * columns + second) * kept
  for (let slot = place; slot < place + kept; slot++) {
    const trade = trades[slot]!
    if (trade === -1) return -1
    let isFree = true
    for (let each = 4 * trade; each < 4 * trade + 4; each++) {
      if (backgrounds[each] !== -1 && used.includes(backgrounds[each]!)) isFree = false
    }
    if (isFree) return trade
  }
  return -1
}
