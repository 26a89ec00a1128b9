import type { FormattableTable, TableLabels } from './table-labels.ts'
import { tidyRows } from './tidy-rows.ts'

/** A table as a JSON array, one object per figure; see `tidyRows` for its fields. Numbers are not rounded. */
export function formatJson(table: FormattableTable, labels: TableLabels): string {
  return JSON.stringify(tidyRows(table, labels))
}
