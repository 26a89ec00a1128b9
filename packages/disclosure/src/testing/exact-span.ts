type Row = readonly bigint[]

/** Whether a vector is a combination of others with rational coefficients. Exact: rows are multiplied, never divided. */
export function exactSpan(vectors: readonly (readonly number[])[]): (target: readonly number[]) => boolean {
  const basis: { readonly pivot: number; readonly row: Row }[] = []
  const reduce = (vector: readonly number[]) =>
    basis.reduce<Row>((row, { pivot, row: other }) => {
      const factor = row[pivot]!
      return factor === 0n ? row : row.map((value, index) => value * other[pivot]! - factor * other[index]!)
    }, vector.map(BigInt))
  for (const vector of vectors) {
    const row = reduce(vector)
    const pivot = row.findIndex((value) => value !== 0n)
    if (pivot !== -1) basis.push({ pivot, row })
  }
  return (target) => reduce(target).every((value) => value === 0n)
}
