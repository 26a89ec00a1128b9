import { prime, type ReducedRows, residue } from './modular-rows.ts'
import { scrambled } from './scrambled.ts'

/**
 * Up to four columns that add up to 0 in every solution of `rows · x = 0`: just these sets are combinations of the
 * rows. Two random solutions stand for all, so a set that is found may be none, once in 10^15.
 *
 * @param reduced in echelon form at least
 * @param columns those that are not 0 in some row
 * @param accepts whether a set is one that is looked for
 */
export function zeroSumSet(
  reduced: ReducedRows,
  columns: readonly number[],
  accepts: (set: readonly number[]) => boolean,
): readonly number[] | undefined {
  const [one, other] = [randomSolution(reduced, columns, 1), randomSolution(reduced, columns, 2)]
  const width = columns.length
  const found = (...places: number[]) => {
    const set = places.map((place) => columns[place]!)
    return new Set(set).size === set.length && accepts(set) ? set : undefined
  }
  const sums = sumTable(width)
  for (let place = 0; place < width; place++) {
    for (let partner = place; partner < width; partner++) {
      const isPair = partner > place
      const pair = isPair ? place * width + partner : width * width + place
      const a = isPair ? sum(one[place]!, one[partner]!) : one[place]!
      const b = isPair ? sum(other[place]!, other[partner]!) : other[place]!
      if (a === 0 && b === 0) {
        const set = found(...membersOf(pair, width))
        if (set !== undefined) return set
      }
      for (const match of sums.withSum(opposite(a), opposite(b))) {
        const set = found(...membersOf(pair, width), ...membersOf(match, width))
        if (set !== undefined) return set
      }
      sums.add(a, b, pair)
    }
  }
  return undefined
}

/** Every set of one or two columns by its sum. Open addressing: a Map of numbers takes five times as long. */
function sumTable(width: number) {
  const bits = Math.ceil(Math.log2(width * (width + 1) + 2))
  const [slots, shift] = [2 ** bits, 32 - bits]
  const keys = new Float64Array(slots).fill(-1)
  const pairs = new Int32Array(slots)
  const slotOf = (a: number, b: number) => Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1) >>> shift
  return {
    add: (a: number, b: number, pair: number) => {
      let slot = slotOf(a, b)
      while (keys[slot] !== -1) slot = (slot + 1) & (slots - 1)
      keys[slot] = a * prime + b
      pairs[slot] = pair
    },
    withSum: (a: number, b: number): readonly number[] => {
      let found = none
      for (let slot = slotOf(a, b); keys[slot] !== -1; slot = (slot + 1) & (slots - 1)) {
        if (keys[slot] === a * prime + b) found = [...found, pairs[slot]!]
      }
      return found
    },
  }
}

const none: readonly number[] = []

function opposite(value: number): number {
  return value === 0 ? 0 : prime - value
}

function membersOf(pair: number, width: number): number[] {
  return pair >= width * width ? [pair - width * width] : [Math.floor(pair / width), pair % width]
}

function sum(one: number, other: number): number {
  const total = one + other
  return total >= prime ? total - prime : total
}

/** A solution of `rows · x = 0` at these columns: what is no pivot is chosen, the pivots follow, the last first. */
function randomSolution(
  { rows, pivots }: ReducedRows,
  columns: readonly number[],
  seed: number,
): Float64Array {
  const values = new Float64Array(rows[0]?.length ?? 0)
  for (const [place, column] of columns.entries()) values[column] = scrambled(2 * place + seed) % prime
  for (const pivot of pivots) values[pivot] = 0
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!
    let total = 0
    for (const column of columns) {
      if (row[column] !== 0) total = residue(total + row[column]! * values[column]!)
    }
    values[pivots[index]!] = opposite(total)
  }
  return Float64Array.from(columns, (column) => values[column]!)
}
