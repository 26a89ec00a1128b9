/** Below this a difference is due to rounding: entries begin as 0 or 1. */
const tolerance = 1e-9

/** Independent rows, each 1 at its own pivot and 0 at the pivots of those before it. */
export interface RowEchelon {
  readonly rows: readonly Float64Array[]
  readonly pivots: readonly number[]
}

/** Which of some sets do not follow from those before by addition and subtraction, and their echelon form. */
export function rowEchelon(sets: readonly (readonly number[])[], width: number) {
  const rows: Float64Array[] = []
  const pivots: number[] = []
  const independent = sets.filter((set) => {
    const row = remainder(set, { rows, pivots }, width)
    const pivot = largest(row)
    const scale = row[pivot] ?? 0
    if (Math.abs(scale) < tolerance) return false
    rows.push(row.map((value) => value / scale))
    pivots.push(pivot)
    return true
  })
  return { independent, echelon: { rows, pivots } }
}

/** Whether the sum over a set follows from the sums over the sets of an echelon form. */
export function isCombination(set: readonly number[], echelon: RowEchelon, width: number): boolean {
  const row = remainder(set, echelon, width)
  return Math.abs(row[largest(row)] ?? 0) < tolerance
}

function remainder(set: readonly number[], { rows, pivots }: RowEchelon, width: number): Float64Array {
  const row = new Float64Array(width)
  for (const column of set) row[column] = 1
  for (const [index, pivot] of pivots.entries()) {
    const factor = row[pivot]!
    if (factor === 0) continue
    const other = rows[index]!
    for (let column = 0; column < width; column++) row[column]! -= factor * other[column]!
    row[pivot] = 0
  }
  return row
}

function largest(row: Float64Array): number {
  let best = 0
  for (let column = 1; column < row.length; column++) {
    if (Math.abs(row[column]!) > Math.abs(row[best]!)) best = column
  }
  return best
}
