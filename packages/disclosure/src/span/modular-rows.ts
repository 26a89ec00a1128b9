/** The largest prime below 2^26: a product of residues, and one residue more, stay exact in a double. */
export const prime = 67108859

const inverseOfPrime = 1 / prime

/** The remainder of a whole number from 0 to below 2^53. `%` of doubles takes ten times as long. */
export function residue(value: number): number {
  const rest = value - Math.floor(value * inverseOfPrime) * prime
  if (rest < 0) return rest + prime
  return rest >= prime ? rest - prime : rest
}

/** Takes `factor` times a row from another, in place. */
export function subtract(row: Float64Array, other: Float64Array, factor: number, from = 0): void {
  if (factor === 0) return
  const negative = prime - factor
  for (let column = from; column < row.length; column++) {
    const value = other[column]!
    if (value !== 0) row[column] = residue(row[column]! + negative * value)
  }
}

/** Multiplies a row, in place. */
export function scale(row: Float64Array, factor: number): void {
  if (factor === 1) return
  for (let column = 0; column < row.length; column++) row[column] = residue(row[column]! * factor)
}

/** What a residue other than 0 is multiplied by to give 1. */
export function inverse(value: number): number {
  if (value === 1) return 1
  let result = 1
  for (let factor = value, rest = prime - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = residue(result * factor)
    factor = residue(factor * factor)
  }
  return result
}

/** Rows of which each is 1 at its own pivot and 0 at the pivots of the others, and these pivots. */
export interface ReducedRows {
  readonly rows: readonly Float64Array[]
  readonly pivots: readonly number[]
}

/**
 * Reduces rows of residues, in place; those that follow from others are dropped. Pivots are sought in the order of
 * `columns`, so a row is 0 in every column before its pivot.
 *
 * Source: Gauss-Jordan elimination.
 */
export function reduceRows(rows: readonly Float64Array[], columns: Iterable<number>): ReducedRows {
  const { rows: reduced, pivots } = echelonRows(rows, columns)
  for (const [index, row] of reduced.entries()) {
    for (const other of reduced.slice(0, index)) subtract(other, row, other[pivots[index]!]!)
  }
  return { rows: reduced, pivots }
}

/** The same in half the time: a row is 0 at the pivots of those before it only. */
export function echelonRows(rows: readonly Float64Array[], columns: Iterable<number>): ReducedRows {
  const rest = [...rows]
  const echelon: Float64Array[] = []
  const pivots: number[] = []
  for (const column of columns) {
    if (rest.length === 0) break
    const index = rest.findIndex((row) => row[column] !== 0)
    if (index === -1) continue
    const row = rest[index]!
    rest[index] = rest.at(-1)!
    rest.pop()
    scale(row, inverse(row[column]!))
    subtractFromAll(rest, row, column)
    echelon.push(row)
    pivots.push(column)
  }
  return { rows: echelon, pivots }
}

/** Takes so many times a row from others that they become 0 in a column. Most rows are 0 nearly everywhere. */
function subtractFromAll(others: readonly Float64Array[], row: Float64Array, column: number): void {
  const places: number[] = []
  for (let place = 0; place < row.length; place++) if (row[place] !== 0) places.push(place)
  for (const other of others) {
    if (other[column] === 0) continue
    const negative = prime - other[column]!
    for (const place of places) other[place] = residue(other[place]! + negative * row[place]!)
  }
}

/** A set of columns as a row of zeros and ones. */
export function rowOf(set: Iterable<number>, width: number): Float64Array {
  const row = new Float64Array(width)
  for (const column of set) row[column] = 1
  return row
}
