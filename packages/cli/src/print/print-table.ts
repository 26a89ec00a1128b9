import { CrosstabTable, type MeansTable } from '@peo/sdk'
import { crosstabText } from './crosstab-text.ts'
import { meansText } from './means-text.ts'
import type { Counted } from './notes.ts'

/** Prints a table in the format that was chosen. */
export function printTable(
  table: CrosstabTable | MeansTable,
  {
    format,
    isCompared = false,
    ...counted
  }: Counted & { readonly format: string; readonly isCompared?: boolean },
): string {
  switch (format) {
    case 'csv':
      return table.toCSV()
    case 'json':
      return `${JSON.stringify(table.rows(), null, 2)}\n`
    case 'jsonstat':
      return `${JSON.stringify(table.toJSONStat())}\n`
    case 'md':
      return table.toMarkdown()
    default:
      return table instanceof CrosstabTable
        ? crosstabText(table, counted, isCompared)
        : meansText(table, counted)
  }
}
