import { chiSquareUpper } from '../distributions.ts'

/** The outcome of a test of independence between rows and columns. */
export interface IndependenceTest {
  readonly method: 'PEARSON' | 'RAO_SCOTT'
  readonly statistic: number
  readonly degreesOfFreedom: number
  /** Of the denominator, in an F test. */
  readonly denominatorDegreesOfFreedom?: number
  readonly pValue: number
}

/** A matrix of counts or weights, rows first. */
export type Matrix = readonly (readonly number[])[]

/** Leaves out rows and columns in which no cell is occupied. */
export function withoutEmptyLines<Cell>(
  matrix: readonly (readonly Cell[])[],
  isOccupied: (cell: Cell) => boolean,
): Cell[][] {
  const rows = matrix.filter((row) => row.some(isOccupied))
  const kept = (rows[0] ?? []).flatMap((_, column) =>
    rows.some((row) => isOccupied(row[column]!)) ? [column] : [],
  )
  return rows.map((row) => kept.map((column) => row[column]!))
}

/**
 * Pearson's chi-square: `sum (observed - expected)^2 / expected`, without continuity correction.
 *
 * Source: Pearson (1900), Philosophical Magazine 50, 157-175.
 */
export function chiSquare(matrix: Matrix): number {
  const rowSums = matrix.map((row) => row.reduce((sum, value) => sum + value, 0))
  const columnSums = (matrix[0] ?? []).map((_, column) => matrix.reduce((sum, row) => sum + row[column]!, 0))
  const total = rowSums.reduce((sum, value) => sum + value, 0)
  return matrix.reduce(
    (sum, row, r) =>
      row.reduce((inner, observed, c) => {
        const expected = (rowSums[r]! * columnSums[c]!) / total
        return inner + (observed - expected) ** 2 / expected
      }, sum),
    0,
  )
}

/** Pearson's test of independence; undefined when fewer than two rows or columns hold anyone. */
export function pearsonTest(counts: Matrix): IndependenceTest | undefined {
  const matrix = withoutEmptyLines(counts, isPositive)
  const columns = matrix[0]?.length ?? 0
  if (matrix.length < 2 || columns < 2) return undefined
  const df = (matrix.length - 1) * (columns - 1)
  const statistic = chiSquare(matrix)
  return { method: 'PEARSON', statistic, degreesOfFreedom: df, pValue: chiSquareUpper(statistic, df) }
}

/**
 * Cramér's V: `sqrt(X^2 / (n (min(rows, columns) - 1)))`, from 0 (independent) to 1.
 *
 * Source: Cramér (1946), Mathematical Methods of Statistics, 21.9.
 */
export function cramersV(counts: Matrix): number | undefined {
  const matrix = withoutEmptyLines(counts, isPositive)
  const smaller = Math.min(matrix.length, matrix[0]?.length ?? 0) - 1
  if (smaller < 1) return undefined
  const total = matrix.flat().reduce((sum, value) => sum + value, 0)
  // Rounding can carry a perfect association just above 1.
  return Math.min(1, Math.sqrt(chiSquare(matrix) / (total * smaller)))
}

function isPositive(count: number): boolean {
  return count > 0
}
