import { csvLine } from './csv-line.ts'
import type { FormattableTable, TableLabels } from './table-labels.ts'
import { type TidyRow, tidyFields, tidyRows } from './tidy-rows.ts'

/**
 * A table as CSV after RFC 4180: commas, CRLF, a header, one line per figure, numbers with a decimal point and
 * not rounded. A number that is withheld or was not asked is an empty field, never 0; `status` tells which.
 */
export function formatCsv(table: FormattableTable, labels: TableLabels): string {
  const header = tidyFields(table)
  return [header, ...tidyRows(table, labels).map((row) => fields(row, header))].map(csvLine).join('')
}

function fields(row: TidyRow, header: readonly string[]): string[] {
  return header.map((name) => (row[name] === null ? '' : String(row[name])))
}
