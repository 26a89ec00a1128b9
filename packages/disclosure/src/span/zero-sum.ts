import { prime, type ReducedRows, residue } from './modular-rows.ts'

/**
 * Up to four columns that add up to 0 in every solution of `rows · x = 0`: just these sets are combinations of the
 * rows. Two random solutions stand for all, so a set that is found may be none, once in 10^15.
 *
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
  const key = (a: number, b: number) => a * prime + b
  const opposite = (a: number, b: number) => key(a === 0 ? 0 : prime - a, b === 0 ? 0 : prime - b)
  const found = (...places: number[]) => {
    const set = places.map((place) => columns[place]!)
    return new Set(set).size === set.length && accepts(set) ? set : undefined
  }
  // Every set of one or two by its sum; the next of equal sum under the same number.
  const first = new Map<number, number>()
  const next = new Int32Array(width * (width + 1)).fill(-1)
  for (let place = 0; place < width; place++) {
    for (let partner = place; partner < width; partner++) {
      const pair = partner === place ? width * width + place : place * width + partner
      const a = pair >= width * width ? one[place]! : sum(one[place]!, one[partner]!)
      const b = pair >= width * width ? other[place]! : sum(other[place]!, other[partner]!)
      if (a === 0 && b === 0) {
        const set = pair >= width * width ? found(place) : found(place, partner)
        if (set !== undefined) return set
      }
      for (let match = first.get(opposite(a, b)) ?? -1; match !== -1; match = next[match]!) {
        const set = found(...membersOf(pair, width), ...membersOf(match, width))
        if (set !== undefined) return set
      }
      next[pair] = first.get(key(a, b)) ?? -1
      first.set(key(a, b), pair)
    }
  }
  return undefined
}

function membersOf(pair: number, width: number): number[] {
  return pair >= width * width ? [pair - width * width] : [Math.floor(pair / width), pair % width]
}

function sum(one: number, other: number): number {
  const total = one + other
  return total >= prime ? total - prime : total
}

/** A whole number from 0 to below 2^32 that looks random. Source: the finaliser of MurmurHash3. */
function scrambled(number: number): number {
  let hash = number * 0x9e3779b1
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A solution of `rows · x = 0` at these columns: what is no pivot is chosen, the pivots follow. */
function randomSolution(
  { rows, pivots }: ReducedRows,
  columns: readonly number[],
  seed: number,
): Float64Array {
  const chosen = new Map(columns.map((column, place) => [column, scrambled(2 * place + seed) % prime]))
  for (const pivot of pivots) chosen.set(pivot, 0)
  const values = new Map(chosen)
  for (const [index, pivot] of pivots.entries()) {
    const row = rows[index]!
    let total = 0
    for (const column of columns) {
      if (row[column] !== 0) total = residue(total + row[column]! * chosen.get(column)!)
    }
    values.set(pivot, total === 0 ? 0 : prime - total)
  }
  return Float64Array.from(columns, (column) => values.get(column)!)
}
