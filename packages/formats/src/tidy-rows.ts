import { measuredFigures, measuresOf } from './measures.ts'
import { codeLabel, type FormattableTable, type TableLabels } from './table-labels.ts'

/** One figure of a table with the codes and labels of its categories. */
export type TidyRow = Readonly<Record<string, string | number | null>>

/** The names of a table's fields, in order: a table without figures has them too. */
export function tidyFields(table: FormattableTable): string[] {
  return [
    ...table.dimensions.flatMap(({ variable }) => [variable, `${variable}_label`]),
    'status',
    ...measuresOf(table).map(({ code }) => code),
    ...(table.kind === 'crosstab' ? ['higher_than'] : []),
  ]
}

/**
 * A table as one row per figure: per dimension a code and a label, then `status` and the measures. A number
 * that is withheld or was not asked is null. A cross-tab has `higher_than` too: column codes with spaces between.
 */
export function tidyRows(table: FormattableTable, labels: TableLabels): TidyRow[] {
  const measures = measuresOf(table)
  return measuredFigures(table).map((figure) => {
    const row: Record<string, string | number | null> = {}
    for (const [index, { variable }] of table.dimensions.entries()) {
      const code = figure.categories[index]!
      row[variable] = code
      row[`${variable}_label`] = codeLabel(labels, variable, code)
    }
    row.status = figure.status
    for (const [index, measure] of measures.entries()) row[measure.code] = figure.values[index]!
    if (table.kind === 'crosstab') row.higher_than = figure.higherThan.join(' ')
    return row
  })
}
