import { unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/universal'
import type { FormattableTable, TableLabels } from '../table-labels.ts'
import { noTime } from '../zipped.ts'
import { figuresSheet } from './figures-sheet.ts'
import { gridSheet } from './grid-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import type { TableSource } from './table-source.ts'
import type { Sheet } from './xlsx-cells.ts'

const names = {
  nl: { percent: 'Kolompercentages', count: 'Aantallen', figures: 'Alle cijfers' },
  en: { percent: 'Column percentages', count: 'Counts', figures: 'All figures' },
}

/**
 * A table as an Excel workbook: of a cross-tab a sheet with column percentages and one with counts, then a sheet with
 * every figure, and one with notes. Numbers are numbers and not rounded; where there is none, a word says why, never 0
 * or an empty cell.
 */
export async function formatXlsx(
  table: FormattableTable,
  labels: TableLabels,
  source: TableSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const said = names[labels.language]
  const grids: Sheet[] =
    table.kind === 'means'
      ? []
      : [
          gridSheet(table, labels, said.percent, 'column_percent'),
          gridSheet(table, labels, said.count, 'count'),
        ]
  const sheets = [...grids, figuresSheet(table, labels, said.figures), notesSheet(table, labels, source)]
  const blob = await writeExcelFile(sheets).toBlob()
  return zipSync(unzipSync(new Uint8Array(await blob.arrayBuffer())), { mtime: noTime })
}
