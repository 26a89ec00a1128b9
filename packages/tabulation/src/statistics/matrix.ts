type Matrix = readonly (readonly number[])[]

/** The product of two matrices, rows first. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) =>
    (b[0] ?? []).map((_, column) => row.reduce((sum, value, k) => sum + value * b[k]![column]!, 0)),
  )
}

/** The sum of the diagonal. */
export function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, index) => sum + row[index]!, 0)
}

/** `X` in `A X = B`, by Gaussian elimination with partial pivoting. `A` is square and regular. */
export function solve(a: Matrix, b: Matrix): number[][] {
  const size = a.length
  const work = a.map((row, index) => [...row, ...b[index]!])
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot
    for (let row = pivot + 1; row < size; row++) {
      if (Math.abs(work[row]![pivot]!) > Math.abs(work[best]![pivot]!)) best = row
    }
    const line = work[best]!
    work[best] = work[pivot]!
    work[pivot] = line.map((value) => value / line[pivot]!)
    for (let row = 0; row < size; row++) {
      const factor = work[row]![pivot]!
      if (row === pivot || factor === 0) continue
      work[row] = work[row]!.map((value, column) => value - factor * work[pivot]![column]!)
    }
  }
  return work.map((row) => row.slice(size))
}
