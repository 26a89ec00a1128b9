import type { SideMoves } from './side-moves.ts'

/** Trades that are kept of each sort. */
const kept = 4

/**
 * Trades in a table of two questions: somebody of one type, that is row and column, and somebody of another get the
 * columns of each other, while all that else is published stays.
 */
export interface TableTrades {
  readonly types: number
  /** By two types, places in `backgrounds`; -1 where there are no more. */
  readonly trades: Int32Array
  /** Of each of these, the sample class of the two. */
  readonly samples: Int32Array
  /** Of each trade, the four kinds of background of those who take part; -1 for nobody. */
  readonly backgrounds: Int32Array
  /** How many sorts of trades can still be added to. */
  open: number
}

/** No trades yet in a table of so many rows and columns, of those that exchanges may be. */
export function tableTrades(
  rows: number,
  columns: number,
  [own, other]: readonly [SideMoves, SideMoves],
): TableTrades {
  const types = rows * columns
  const backgrounds = new Int32Array(4 * (own.size + other.size))
  backgrounds.set(own.kinds.subarray(0, 4 * own.size))
  backgrounds.set(other.kinds.subarray(0, 4 * other.size), 4 * own.size)
  const trades = new Int32Array(types ** 2 * kept).fill(-1)
  // Who trades is of other rows and other columns.
  const open = types * (rows - 1) * (columns - 1)
  return { types, trades, samples: new Int32Array(trades.length), backgrounds, open }
}

/** A question whose answers are exchanged, and what those who do may answer to the other. */
export interface Exchanged {
  /** By kind of background and answer, a bit for each class of answers to the other question. */
  readonly bits: Int32Array
  readonly classOf: readonly number[]
  /** What its classes and those of the other question count for in a type. */
  readonly own: number
  readonly other: number
  /** By kind of background. */
  readonly sampleOf: Int32Array
}

/** Adds exchanges of answers: one is a trade of two where the other two, if any, answer the other question alike. */
export function addTrades(
  trades: TableTrades,
  { size, kinds, answers }: SideMoves,
  first: number,
  by: Exchanged,
): void {
  const { classOf, sampleOf } = by
  for (let move = 0; move < size && trades.open > 0; move++) {
    const [one, other] = [answers[2 * move]!, answers[2 * move + 1]!]
    if (classOf[one] === classOf[other]) continue
    const [p, q, r, s] = [kinds[4 * move]!, kinds[4 * move + 1]!, kinds[4 * move + 2]!, kinds[4 * move + 3]!]
    const trade = first + move
    const areOne = sampleOf[p] === sampleOf[r] && (q === -1 || sampleOf[q] === sampleOf[s])
    const areCrossed = q !== -1 && sampleOf[p] === sampleOf[s] && sampleOf[q] === sampleOf[r]
    if (areOne && (q === -1 || areAlike(by, q, s, one, other))) addTrade(trades, p, r, one, other, trade, by)
    if (areOne && q !== -1 && areAlike(by, p, r, one, other)) addTrade(trades, q, s, one, other, trade, by)
    if (areCrossed && areAlike(by, q, r, one, other)) addTrade(trades, p, s, one, other, trade, by)
    if (areCrossed && areAlike(by, p, s, one, other)) addTrade(trades, q, r, one, other, trade, by)
  }
}

/** Whether some of these backgrounds who gave these answers answer the other question alike. */
function areAlike({ bits, classOf }: Exchanged, here: number, there: number, one: number, other: number) {
  return (bits[here * classOf.length + one]! & bits[there * classOf.length + other]!) !== 0
}

/** Keeps a trade for every two types that two backgrounds may be of. */
function addTrade(
  trades: TableTrades,
  here: number,
  there: number,
  one: number,
  other: number,
  trade: number,
  { bits, classOf, own, other: step, sampleOf }: Exchanged,
): void {
  const [from, to] = [classOf[one]! * own, classOf[other]! * own]
  for (let left = bits[here * classOf.length + one]!; left !== 0; left &= left - 1) {
    const before = lowestBit(left)
    for (let right = bits[there * classOf.length + other]!; right !== 0; right &= right - 1) {
      const after = lowestBit(right)
      if (before === after) continue
      const [first, second] = [from + before * step, to + after * step]
      keep(trades, first * trades.types + second, trade, sampleOf[here]!)
      keep(trades, second * trades.types + first, trade, sampleOf[here]!)
    }
  }
}

export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

function keep(to: TableTrades, sort: number, trade: number, sample: number): void {
  const { trades, samples } = to
  for (let slot = sort * kept; slot < (sort + 1) * kept; slot++) {
    if (trades[slot] === trade) return
    if (trades[slot] === -1) {
      trades[slot] = trade
      samples[slot] = sample
      if (slot === (sort + 1) * kept - 1) to.open--
      return
    }
  }
}

/** A trade between two types in a sample class of which nobody is of some backgrounds; -1 where none is known. */
export function tradeBeside(
  { types, trades, samples, backgrounds }: TableTrades,
  first: number,
  second: number,
  sample: number,
  used: readonly number[],
): number {
  const sort = first * types + second
  for (let slot = sort * kept; slot < (sort + 1) * kept; slot++) {
    const trade = trades[slot]!
    if (trade === -1) return -1
    if (samples[slot] !== sample) continue
    let isFree = true
    for (let each = 4 * trade; each < 4 * trade + 4; each++) {
      if (backgrounds[each] !== -1 && used.includes(backgrounds[each]!)) isFree = false
    }
    if (isFree) return trade
  }
  return -1
}
