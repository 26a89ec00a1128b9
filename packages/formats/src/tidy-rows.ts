import { measuredFigures, measuresOf } from './measures.ts'
import { codeLabel, type FormattableTable, type TableLabels, variablesOf } from './table-labels.ts'
import { statisticsOf } from './table-statistics.ts'

/** One figure of a table with the codes and labels of its categories. */
export type TidyRow = Readonly<Record<string, string | number | null>>

/** The names of a table's fields, in order: a table without figures has them too. */
export function tidyFields(table: FormattableTable): string[] {
  return [
    ...table.dimensions.flatMap(({ variable }) => [variable, `${variable}_label`]),
    'status',
    ...measuresOf(table).map(({ code }) => code),
    ...(table.kind === 'crosstab' ? ['higher_than'] : []),
    ...Object.keys(statisticsOf(table)),
    'comparability_note',
  ]
}

/**
 * A table as one row per figure: per dimension a code and a label, then `status` and the measures. A number
 * that is withheld or was not asked is null. A cross-tab has `higher_than` too, column codes with spaces between,
 * and its statistics as a whole, the same in every row. `comparability_note` says what changed in the row's wave;
 * it is empty where nothing did.
 */
export function tidyRows(table: FormattableTable, labels: TableLabels): TidyRow[] {
  const measures = measuresOf(table)
  const statistics = statisticsOf(table)
  const notes = new Map(table.waves.map((wave) => [wave, waveNotes(table, labels, wave)]))
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
    const wave = table.waves.length > 1 ? figure.categories.at(-1)! : table.waves[0]!
    return { ...row, ...statistics, comparability_note: notes.get(wave)! }
  })
}

/** The notes on a table's variables in one wave: `variable: note`, with ` | ` between. */
function waveNotes(table: FormattableTable, labels: TableLabels, wave: string): string {
  const variables = variablesOf(table)
  return labels.notes
    .filter((note) => note.wave === wave && variables.includes(note.variable))
    .map(({ variable, note }) => `${variable}: ${note}`)
    .join(' | ')
}
