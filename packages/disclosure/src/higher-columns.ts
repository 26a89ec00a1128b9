import { compareColumns, type RawCrosstab } from '@peo/tabulation'
import { partOfColumn, sumsAt, widen } from './cell-figure.ts'
import type { TableGuard } from './table-guard.ts'

/**
 * The columns that each shown cell's percentage is significantly higher than, by the cell's slots. Only columns
 * that are shown are compared, so that a letter says nothing of a withheld one. Nets overlap and are left out,
 * as are columns of several answers a respondent.
 */
export function higherColumns(
  table: RawCrosstab,
  cells: readonly (readonly number[])[],
  mayShow: TableGuard,
): Map<string, readonly string[]> {
  const { dimensions, request, design } = table
  const higher = new Map<string, readonly string[]>()
  if (dimensions.some((dimension) => dimension.role === 'COLUMN' && dimension.multiple)) return higher
  for (const row of new Set(cells.map((slots) => slots[0]))) {
    const compared = cells.filter(
      (slots) =>
        slots[0] === row &&
        isCategory(table, slots) &&
        isShown(table, slots, mayShow) &&
        !isEmpty(table, slots),
    )
    const exceeded = compareColumns(
      compared.map((slots) => partOfColumn(table, slots)),
      { weighted: request.weighted, design, confidenceLevel: request.confidenceLevel },
    )
    for (const [index, slots] of compared.entries()) {
      higher.set(
        slots.join(),
        exceeded[index]!.map((other) => columnCode(table, compared[other]!)),
      )
    }
  }
  return higher
}

/** Without its total a column has no percentage to compare, though a cell in it may be shown elsewhere. */
function isShown(table: RawCrosstab, slots: readonly number[], mayShow: TableGuard): boolean {
  return mayShow(slots) && mayShow(widen(table, slots, ['ROW']))
}

function isCategory(table: RawCrosstab, slots: readonly number[]): boolean {
  return table.dimensions.every(
    (dimension, index) => dimension.role !== 'COLUMN' || slots[index]! < dimension.categoryCount,
  )
}

function isEmpty(table: RawCrosstab, slots: readonly number[]): boolean {
  return sumsAt(table, widen(table, slots, ['ROW'])).respondents === 0
}

function columnCode(table: RawCrosstab, slots: readonly number[]): string {
  return table.dimensions
    .flatMap((dimension, index) => (dimension.role === 'COLUMN' ? [dimension.codes[slots[index]!]!] : []))
    .join('/')
}
