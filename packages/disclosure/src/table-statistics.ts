import {
  cramersV,
  designEffect,
  effectiveBase,
  type IndependenceTest,
  pearsonTest,
  type RawCrosstab,
  raoScottTest,
} from '@peo/tabulation'
import { sumsAt } from './cell-figure.ts'
import type { TableStatistics } from './protected.ts'
import type { TableGuard } from './table-guard.ts'

/**
 * Statistics of the table as a whole. A test needs one row and one column variable with one answer each, and
 * every cell of categories shown: a test over a withheld group would tell of it.
 */
export function tableStatistics(table: RawCrosstab, everyone: readonly number[], mayShow: TableGuard) {
  if (!mayShow(everyone)) return { test: null, cramersV: null, effectiveBase: null, designEffect: null }
  const total = sumsAt(table, everyone)
  const matrix = categoryMatrix(table, everyone, mayShow)
  const statistics: TableStatistics = {
    test: (matrix && independence(table, matrix)) ?? null,
    cramersV: (matrix && cramersV(matrix.map((row) => row.map((sums) => sums.weights)))) ?? null,
    effectiveBase: effectiveBase(total.weights, total.squaredWeights),
    designEffect: designEffect(total.respondents, total.weights, total.squaredWeights),
  }
  return statistics
}

type CategoryMatrix = ReturnType<typeof sumsAt>[][]

function categoryMatrix(
  table: RawCrosstab,
  everyone: readonly number[],
  mayShow: TableGuard,
): CategoryMatrix | undefined {
  const [rows, columns, ...others] = table.dimensions
  if (rows?.role !== 'ROW' || columns?.role !== 'COLUMN' || rows.multiple || columns.multiple)
    return undefined
  if (others.some((dimension) => dimension.role === 'COLUMN')) return undefined
  if (table.request.shown.length > 0) return undefined
  const cells = Array.from({ length: rows.categoryCount }, (_, row) =>
    Array.from({ length: columns.categoryCount }, (_, column) => [row, column, ...everyone.slice(2)]),
  )
  if (!cells.flat().every(mayShow)) return undefined
  return cells.map((row) => row.map((slots) => sumsAt(table, slots)))
}

function independence(table: RawCrosstab, matrix: CategoryMatrix): IndependenceTest | undefined {
  const weights = matrix.map((row) => row.map((sums) => sums.weights))
  if (!table.request.weighted) return pearsonTest(weights)
  return raoScottTest({
    weights,
    squaredWeights: matrix.map((row) => row.map((sums) => sums.squaredWeights)),
    respondents: matrix.flat().reduce((sum, { respondents }) => sum + respondents, 0),
    size: table.size,
  })
}
