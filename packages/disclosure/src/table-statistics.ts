import {
  cramersV,
  designEffect,
  effectiveBase,
  type IndependenceTest,
  pearsonTest,
  type RawCrosstab,
  raoScottTest,
  unitSumsAt,
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
  const cells = categorySlots(table, everyone, mayShow)
  const statistics: TableStatistics = {
    test: (cells && independence(table, cells)) ?? null,
    cramersV:
      (cells && cramersV(cells.map((row) => row.map((slots) => sumsAt(table, slots).weights)))) ?? null,
    effectiveBase: effectiveBase(total.weights, total.squaredWeights),
    designEffect: designEffect(total.respondents, total.weights, total.squaredWeights),
  }
  return statistics
}

/** The slots of each cell of categories, rows first; undefined where there is no test to be shown. */
function categorySlots(
  table: RawCrosstab,
  everyone: readonly number[],
  mayShow: TableGuard,
): number[][][] | undefined {
  const [rows, columns, ...others] = table.dimensions
  if (rows?.role !== 'ROW' || columns?.role !== 'COLUMN' || rows.multiple || columns.multiple)
    return undefined
  if (others.some((dimension) => dimension.role === 'COLUMN')) return undefined
  if (table.request.shown.length > 0) return undefined
  const cells = Array.from({ length: rows.categoryCount }, (_, row) =>
    Array.from({ length: columns.categoryCount }, (_, column) => [row, column, ...everyone.slice(2)]),
  )
  return cells.flat().every(mayShow) ? cells : undefined
}

function independence(table: RawCrosstab, cells: number[][][]): IndependenceTest | undefined {
  if (!table.request.weighted) {
    return pearsonTest(cells.map((row) => row.map((slots) => sumsAt(table, slots).respondents)))
  }
  return raoScottTest({
    cells: cells.map((row) => row.map((slots) => unitSumsAt(table, slots))),
    design: table.design,
  })
}
