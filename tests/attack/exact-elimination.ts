/** A vector of whole numbers; it stands for the sums that are known, or wanted. */
export type Vector = readonly bigint[]

/** What follows from some sums by addition and subtraction: rows in echelon form, each with its own pivot. */
export interface Echelon {
  readonly rows: readonly { readonly pivot: number; readonly row: Vector }[]
}

/**
 * Reduces known sums to echelon form: every row is 0 at the pivots of the others. Exact: rows are multiplied and
 * divided by what divides them, so that no fraction is ever rounded (Bareiss, 1968).
 */
export function eliminate(vectors: Iterable<readonly number[]>): Echelon {
  let rows: { pivot: number; row: Vector }[] = []
  for (const vector of vectors) {
    const row = remainder({ rows }, vector.map(BigInt))
    const pivot = row.findIndex((value) => value !== 0n)
    if (pivot === -1) continue
    rows = [...rows.map((other) => ({ ...other, row: without(other.row, row, pivot) })), { pivot, row }]
  }
  return { rows }
}

/** What is left of a vector when all that follows from the rows is taken away; zeros when it follows entirely. */
export function remainder({ rows }: Echelon, vector: Vector): Vector {
  return rows.reduce((rest, { pivot, row }) => without(rest, row, pivot), vector)
}

/** Whether the value of a sum follows from those of others. */
export function follows(echelon: Echelon, vector: readonly number[]): boolean {
  return remainder(echelon, vector.map(BigInt)).every((value) => value === 0n)
}

function without(vector: Vector, row: Vector, pivot: number): Vector {
  const factor = vector[pivot]!
  if (factor === 0n) return vector
  const result = vector.map((value, index) => value * row[pivot]! - factor * row[index]!)
  const divisor = result.reduce(greatestDivisor, 0n)
  return divisor > 1n ? result.map((value) => value / divisor) : result
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (other !== 0n) [one, other] = [other, one % other]
  return one
}
