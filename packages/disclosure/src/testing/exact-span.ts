type Row = readonly bigint[]

/**
 * Whole numbers that say which sums are known where those of some vectors are: a vector is a combination of the
 * others, with rational coefficients, just if it is perpendicular to each of these. Exact.
 */
export function exactNullSpace(vectors: readonly (readonly number[])[], width: number): number[][] {
  const { rows, pivots } = reduced(vectors)
  const free = [...Array(width).keys()].filter((column) => !pivots.includes(column))
  const multiple = rows.reduce((all, row, index) => {
    const pivot = size(row[pivots[index]!]!)
    return (all / divisor(all, pivot)) * pivot
  }, 1n)
  return free.map((column) => {
    const vector = Array(width).fill(0n)
    vector[column] = multiple
    for (const [index, pivot] of pivots.entries()) {
      vector[pivot] = (-rows[index]![column]! * multiple) / rows[index]![pivot]!
    }
    return lowestTerms(vector).map(Number)
  })
}

/** Whether a vector is a combination of others. */
export function exactSpan(
  vectors: readonly (readonly number[])[],
  width: number,
): (target: readonly number[]) => boolean {
  const basis = exactNullSpace(vectors, width)
  return (target) =>
    basis.every((vector) => vector.reduce((sum, value, place) => sum + value * target[place]!, 0) === 0)
}

/** Rows that are 0 at each other's pivots. */
function reduced(vectors: readonly (readonly number[])[]) {
  let rows: Row[] = []
  const pivots: number[] = []
  const clear = (row: Row, pivot: number, other: Row) =>
    row[pivot] === 0n
      ? row
      : lowestTerms(row.map((value, column) => value * other[pivot]! - row[pivot]! * other[column]!))
  for (const vector of vectors) {
    const row = rows.reduce(
      (rest, other, index) => clear(rest, pivots[index]!, other),
      vector.map(BigInt) as Row,
    )
    const pivot = row.findIndex((value) => value !== 0n)
    if (pivot === -1) continue
    rows = [...rows.map((other) => clear(other, pivot, row)), row]
    pivots.push(pivot)
  }
  return { rows, pivots }
}

function lowestTerms(row: Row): Row {
  const common = row.reduce(divisor, 0n)
  return common > 1n ? row.map((value) => value / common) : row
}

function divisor(one: bigint, other: bigint): bigint {
  return other === 0n ? size(one) : divisor(other, one % other)
}

const size = (value: bigint) => (value < 0n ? -value : value)
