/** A respondent in a two-way table. */
export interface WeightedRespondent {
  readonly row: number
  readonly column: number
  readonly weight: number
}

/**
 * The Rao-Scott test computed slowly and another way: it draws up linearised scores respondent by respondent, for
 * contrasts that are made orthogonal first, so that the design effects need no matrix to be inverted.
 */
export function naiveRaoScott(respondents: readonly WeightedRespondent[], size: number) {
  const rows = distinct(respondents.map(({ row }) => row))
  const columns = distinct(respondents.map(({ column }) => column))
  if (rows.length < 2 || columns.length < 2) return undefined
  const n = respondents.length
  const total = sum(respondents.map(({ weight }) => weight))
  const share = (row?: number, column?: number) =>
    sum(
      respondents
        .filter((one) => (row ?? one.row) === one.row && (column ?? one.column) === one.column)
        .map(({ weight }) => weight / total),
    )
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column, p: share(row, column) })))
  const inner = (a: readonly number[], b: readonly number[]) =>
    sum(cells.map(({ p }, cell) => (p > 0 ? (a[cell]! * b[cell]!) / p : 0)))

  const basis: number[][] = []
  for (const row of rows.slice(1)) {
    for (const column of columns.slice(1)) {
      let contrast = cells.map(
        (cell) =>
          (Number(cell.row === row) - 1 / rows.length) *
          (Number(cell.column === column) - 1 / columns.length),
      )
      // Twice, because once loses digits where contrasts are nearly alike.
      for (const other of [...basis, ...basis]) {
        const shared = inner(contrast, other)
        contrast = contrast.map((value, cell) => value - shared * other[cell]!)
      }
      const length = Math.sqrt(inner(contrast, contrast))
      if (length < 1e-9) return undefined
      basis.push(contrast.map((value) => value / length))
    }
  }

  const scores = basis.map((contrast) => {
    const value = ({ row, column }: WeightedRespondent) => {
      const cell = cells.findIndex((candidate) => candidate.row === row && candidate.column === column)
      return contrast[cell]! / cells[cell]!.p
    }
    const mean = sum(respondents.map((one) => (one.weight * value(one)) / total))
    return respondents.map((one) => (one.weight * (value(one) - mean)) / total)
  })
  const effects = scores.map((a) =>
    scores.map((b) => ((n * size) / (size - 1)) * sum(a.map((score, one) => score * b[one]!))),
  )
  const effectSum = sum(effects.map((line, index) => line[index]!))
  if (effectSum < 1e-12) return undefined
  const pearson = sum(
    cells.map(({ row, column, p }) => {
      const expected = share(row) * share(undefined, column)
      return (n * (p - expected) ** 2) / expected
    }),
  )
  return {
    statistic: pearson / effectSum,
    degreesOfFreedom: effectSum ** 2 / sum(effects.flat().map((effect) => effect ** 2)),
  }
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)]
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
