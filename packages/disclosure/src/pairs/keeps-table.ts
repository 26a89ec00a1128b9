import type { Exchange } from './exchange.ts'
import { exchangedBoth } from './exchanged-both.ts'
import type { PairTable } from './pair-table.ts'
import { lowestBit, type TableTrades, tradeBeside } from './table-trades.ts'
import { turned } from './turned.ts'

/** Two backgrounds of which somebody each takes part in an exchange of two rows. */
export interface Couple {
  readonly here: number
  readonly there: number
  /** The answers to the first question that they give up. */
  readonly from: number
  readonly to: number
}

/**
 * Whether a table of two questions stays as it is when respondents exchange answers to the first, perhaps because
 * others, of other backgrounds, trade in it.
 */
export function keepsTable(table: PairTable, exchange: Exchange): boolean {
  const { here, there, from, to } = exchange
  if (table.rowOf[from] === table.rowOf[to] || areMatched(table, exchange)) return true
  return exchangedBoth(table, exchange) || areCoupled(table, exchange, 0, [...here, ...there])
}

/** Whether each of two or four has somebody of the same column to exchange rows with. */
function areMatched(table: PairTable, { here, there, from, to }: Exchange): boolean {
  const [p, r] = [here[0]!, there[0]!]
  if (here.length === 1) return areAlike(table, p, r, from, to)
  if (here.length > 2) return false
  const [q, s] = [here[1]!, there[1]!]
  return (
    (areAlike(table, p, r, from, to) && areAlike(table, q, s, from, to)) ||
    (areAlike(table, p, s, from, to) && areAlike(table, q, r, from, to))
  )
}

function areAlike({ columnsOf, rowOf, sampleOf }: PairTable, p: number, r: number, from: number, to: number) {
  const isShared = (columnsOf[p * rowOf.length + from]! & columnsOf[r * rowOf.length + to]!) !== 0
  return isShared && sampleOf[p] === sampleOf[r]
}

/** Whether each who gives up an answer finds somebody to exchange rows with, from a place on. */
function areCoupled(table: PairTable, exchange: Exchange, place: number, used: readonly number[]): boolean {
  const { here, there, from, to } = exchange
  for (let other = place; other < there.length; other++) {
    const more = exchanged(table, { here: here[place]!, there: there[other]!, from, to }, used)
    if (more === undefined) continue
    if (place === here.length - 1) return true
    if (areCoupled(table, { ...exchange, there: swapped(there, place, other) }, place + 1, more)) return true
  }
  return false
}

function swapped(kinds: readonly number[], one: number, other: number): readonly number[] {
  return kinds.with(one, kinds[other]!).with(other, kinds[one]!)
}

/** The backgrounds used when a couple exchange their rows and the table stays; undefined where it is not known to. */
function exchanged(table: PairTable, couple: Couple, used: readonly number[]): readonly number[] | undefined {
  const { columnsOf, rowOf, sampleOf } = table
  const { here, there, from, to } = couple
  if (sampleOf[here] !== sampleOf[there]) return undefined
  const left = columnsOf[here * rowOf.length + from]!
  const right = columnsOf[there * rowOf.length + to]!
  if ((left & right) !== 0) return used
  const rows = { one: rowOf[from]!, other: rowOf[to]!, sample: sampleOf[here]! }
  for (let some = left; some !== 0; some &= some - 1) {
    for (let others = right; others !== 0; others &= others - 1) {
      const [column, other] = [lowestBit(some), lowestBit(others)]
      const found = traded(table, rows, column, other, used) ?? turned(table, couple, column, other, used)
      if (found !== undefined) return found
    }
  }
  return undefined
}

interface Rows {
  readonly one: number
  readonly other: number
  readonly sample: number
}

/** The backgrounds used when trades make good for a column that becomes another; undefined where none are found. */
function traded(
  table: PairTable,
  { one, other, sample }: Rows,
  from: number,
  to: number,
  used: readonly number[],
): readonly number[] | undefined {
  const { trades, rows, columns } = table
  const [first, second] = [one * columns, other * columns]
  const direct = tradeBeside(trades, first + to, second + from, sample, used)
  if (direct !== -1) return alsoUsed(trades, direct, used)
  for (let column = 0; column < columns; column++) {
    if (column === from || column === to) continue
    const half = tradeBeside(trades, first + column, second + from, sample, used)
    if (half === -1) continue
    const more = alsoUsed(trades, half, used)
    const rest = tradeBeside(trades, first + to, second + column, sample, more)
    if (rest !== -1) return alsoUsed(trades, rest, more)
  }
  for (let row = 0; row < rows; row++) {
    if (row === one || row === other) continue
    const half = tradeBeside(trades, first + to, row * columns + from, sample, used)
    if (half === -1) continue
    const more = alsoUsed(trades, half, used)
    const rest = tradeBeside(trades, row * columns + to, second + from, sample, more)
    if (rest !== -1) return alsoUsed(trades, rest, more)
  }
  return undefined
}

function alsoUsed({ backgrounds }: TableTrades, trade: number, used: readonly number[]): readonly number[] {
  const more = [...used]
  for (let each = 4 * trade; each < 4 * trade + 4; each++) {
    if (backgrounds[each] !== -1) more.push(backgrounds[each]!)
  }
  return more
}
