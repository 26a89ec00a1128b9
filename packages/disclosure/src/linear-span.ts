/** The largest prime below 2^26: products of residues stay exact in a double. */
const prime = 67108859

/**
 * Everything that follows by addition and subtraction from some sets of atoms, as a basis in which each row is 1
 * at its own pivot and 0 at the other pivots. Entries are residues modulo a prime.
 */
export interface Span {
  readonly rows: readonly Float64Array[]
  readonly pivots: readonly number[]
}

/**
 * The span of sets given as lists of atoms, numbered from 0 to below the number of sizes. The largest atom of a
 * row becomes its pivot, so that few pivots are atoms small enough for `smallSetFollows` to try.
 *
 * Source: Gauss-Jordan elimination.
 */
export function spanOf(sets: readonly (readonly number[])[], sizes: readonly number[]): Span {
  const rows: Float64Array[] = []
  const pivots: number[] = []
  for (const set of sets) {
    const row = remainder(set, { rows, pivots }, sizes.length)
    const pivot = largestEntry(row, sizes)
    if (pivot === -1) continue
    const inverse = power(row[pivot]!, prime - 2)
    for (let column = 0; column < row.length; column++) row[column] = (row[column]! * inverse) % prime
    for (const other of rows) subtract(other, row, other[pivot]!)
    rows.push(row)
    pivots.push(pivot)
  }
  return { rows, pivots }
}

/** Whether the count of this set of atoms follows from the sets of the span. */
export function follows(set: readonly number[], span: Span, width: number): boolean {
  return remainder(set, span, width).every((value) => value === 0)
}

/**
 * Whether some union of atoms with at least 1 and fewer than `k` respondents follows from the sets of the span.
 * A set that follows is the sum of the rows whose pivots it holds, so only choices of small pivots are tried.
 */
export function smallSetFollows({ rows, pivots }: Span, sizes: readonly number[], k: number): boolean {
  const small = pivots.flatMap((pivot, index) => (sizes[pivot]! < k ? [index] : []))
  const search = (start: number, sum: Float64Array, size: number): boolean => {
    for (let next = start; next < small.length; next++) {
      const index = small[next]!
      const total = size + sizes[pivots[index]!]!
      if (total >= k) continue
      const set = sum.slice()
      subtract(set, rows[index]!, prime - 1)
      if (isSmallSet(set, sizes, k) || search(next + 1, set, total)) return true
    }
    return false
  }
  return search(0, new Float64Array(sizes.length), 0)
}

function isSmallSet(values: Float64Array, sizes: readonly number[], k: number): boolean {
  let size = 0
  for (const [atom, value] of values.entries()) {
    if (value > 1) return false
    size += value * sizes[atom]!
  }
  return size > 0 && size < k
}

function remainder(set: readonly number[], { rows, pivots }: Span, width: number): Float64Array {
  const row = new Float64Array(width)
  for (const atom of set) row[atom] = 1
  for (const [index, pivot] of pivots.entries()) subtract(row, rows[index]!, row[pivot]!)
  return row
}

function largestEntry(row: Float64Array, sizes: readonly number[]): number {
  let best = -1
  for (const [atom, value] of row.entries()) {
    if (value !== 0 && (best === -1 || sizes[atom]! > sizes[best]!)) best = atom
  }
  return best
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  if (factor === 0) return
  for (let column = 0; column < row.length; column++) {
    if (other[column] !== 0) row[column] = (row[column]! + (prime - factor) * other[column]!) % prime
  }
}

function power(base: number, exponent: number): number {
  let result = 1
  for (let factor = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * factor) % prime
    factor = (factor * factor) % prime
  }
  return result
}
