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
  if (reduced.rows.length === 0) return undefined
  const [one, other] = [randomSolution(reduced, columns, 1), randomSolution(reduced, columns, 2)]
  const found = (...places: number[]) => {
    const set = places.map((place) => columns[place]!)
    return new Set(set).size === set.length && accepts(set) ? set : undefined
  }
  const bySum = new Map<number, (readonly number[])[]>()
  for (const places of opposedSets(one)) {
    const [a, b] = [sumOf(places, one), sumOf(places, other)]
    const set = a === 0 && b === 0 ? found(...places) : undefined
    if (set !== undefined) return set
    for (const match of bySum.get(opposite(a) * prime + opposite(b)) ?? []) {
      const four = found(...places, ...match)
      if (four !== undefined) return four
    }
    const key = a * prime + b
    const alike = bySum.get(key)
    if (alike === undefined) bySum.set(key, [places])
    else alike.push(places)
  }
  return undefined
}

/** Marks for each sum of two: more of them would fill the cache, fewer would often be set by others. */
const marksEach = 8

/** Every set of one or two places to whose sum another's is likely to be opposite. */
function opposedSets(values: Int32Array): readonly (readonly number[])[] {
  const width = values.length
  const bits = Math.ceil(Math.log2(1 + width * width * (marksEach / 2)))
  const marks = new Uint8Array(2 ** bits)
  const markOf = (total: number) => Math.imul(total, 0x9e3779b1) >>> (32 - bits)
  for (let place = 0; place < width; place++) {
    const own = values[place]!
    marks[markOf(own)] = 1
    for (let partner = place + 1; partner < width; partner++) marks[markOf(sum(own, values[partner]!))] = 1
  }
  const sets: (readonly number[])[] = []
  for (let place = 0; place < width; place++) {
    const own = values[place]!
    if (marks[markOf(opposite(own))] === 1) sets.push([place])
    for (let partner = place + 1; partner < width; partner++) {
      if (marks[markOf(opposite(sum(own, values[partner]!)))] === 1) sets.push([place, partner])
    }
  }
  return sets
}

function opposite(value: number): number {
  return value === 0 ? 0 : prime - value
}

function sumOf(places: readonly number[], values: Int32Array): number {
  return places.reduce((total, place) => sum(total, values[place]!), 0)
}

function sum(one: number, other: number): number {
  const total = one + other
  return total >= prime ? total - prime : total
}

/** A solution of `rows · x = 0` at these columns: what is no pivot is chosen, the pivots follow, the last first. */
function randomSolution({ rows, pivots }: ReducedRows, columns: readonly number[], seed: number): Int32Array {
  const values = new Float64Array(rows[0]!.length)
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
  return Int32Array.from(columns, (column) => values[column]!)
}
