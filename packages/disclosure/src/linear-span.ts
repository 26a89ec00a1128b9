/** The largest prime below 2^26: products of residues stay exact in a double. */
const prime = 67108859

/**
 * Two fingerprints per atom such that a set of atoms can be computed from the published sets exactly when its
 * atoms' fingerprints add up to zero, both of them. They are two random vectors orthogonal to all published
 * sets, modulo a prime: a chance agreement (1 in 4.5e15) would withhold too much, never too little.
 */
export type Fingerprints = readonly [Float64Array, Float64Array]

/**
 * Fingerprints of `width` atoms, given the published sets as lists of atoms.
 *
 * Source: Gaussian elimination; the row space is the orthogonal complement of the null space.
 */
export function fingerprints(published: readonly (readonly number[])[], width: number): Fingerprints {
  const { rows, pivots } = reduce(published, width)
  const random = generator()
  const vector = () => {
    const values = new Float64Array(width)
    for (let column = 0; column < width; column++) {
      if (!pivots.includes(column)) values[column] = 1 + (random() % (prime - 1))
    }
    for (const [index, pivot] of pivots.entries()) {
      const row = rows[index]!
      let sum = 0
      for (let column = 0; column < width; column++) {
        if (column !== pivot && row[column] !== 0) sum = (sum + row[column]! * values[column]!) % prime
      }
      values[pivot] = (prime - sum) % prime
    }
    return values
  }
  return [vector(), vector()]
}

/** Whether the count of this set of atoms follows from the published ones. */
export function isComputable(set: readonly number[], [first, second]: Fingerprints): boolean {
  let a = 0
  let b = 0
  for (const atom of set) {
    a += first[atom]!
    b += second[atom]!
  }
  return a % prime === 0 && b % prime === 0
}

function reduce(published: readonly (readonly number[])[], width: number) {
  const rows: Float64Array[] = []
  const pivots: number[] = []
  for (const set of published) {
    const row = new Float64Array(width)
    for (const atom of set) row[atom] = 1
    for (const [index, pivot] of pivots.entries()) subtract(row, rows[index]!, row[pivot]!)
    const pivot = row.findIndex((value) => value !== 0)
    if (pivot === -1) continue
    const inverse = power(row[pivot]!, prime - 2)
    for (let column = 0; column < width; column++) row[column] = (row[column]! * inverse) % prime
    for (const other of rows) subtract(other, row, other[pivot]!)
    rows.push(row)
    pivots.push(pivot)
  }
  return { rows, pivots }
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

/** Mulberry32 from a fixed seed: the same plan comes out of the same data. */
function generator(): () => number {
  let state = 0x5eed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
