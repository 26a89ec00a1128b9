import type { CellValue, CrosstabTable, Figure, Pivot, PivotHead } from '@peo/sdk'
import { type Counted, notes } from './notes.ts'
import { textTable } from './text-table.ts'
import { numeral, words } from './words.ts'

/**
 * A cross-tab for people: column percentages with letters, bases below, what the signs mean under it.
 *
 * @param isCompared whether its columns share no respondents, so that letters tell which is higher
 */
export function crosstabText(table: CrosstabTable, counted: Counted, isCompared: boolean): string {
  const { language } = table
  const told = words[language]
  const pivot = table.pivot()
  const { rows, columns, cells } = pivot
  const letters: ReadonlyMap<string, string> = isCompared ? lettersOf(table, pivot) : new Map()
  const marksOf = (figure: Figure<CellValue>, column: number) =>
    figure.status === 'VALUE'
      ? figure.higherThan
          .map((code) => letters.get(nameOf(code, columns[column]!)) ?? '')
          .join(letters.size > 26 ? ',' : '')
      : ''
  const widest = columns.map((_, column) =>
    Math.max(...cells.map((row) => marksOf(row[column]!, column).length)),
  )
  const beside = (text: string, column: number, marks = '') =>
    widest[column] ? `${text} ${marks.padEnd(widest[column])}` : text
  const percent = (figure: Figure<CellValue>, column: number) => {
    if (figure.status !== 'VALUE') return beside(told[figure.status], column)
    const { columnPercent } = figure
    const number = columnPercent === null ? '–' : numeral(columnPercent, 1, language)
    return beside(number, column, marksOf(figure, column))
  }
  const base = (column: number) => {
    const all = cells.map((row) => row[column]!)
    const shown = all.find(({ status }) => status === 'VALUE') ?? all[0]
    if (shown === undefined) return ''
    return beside(shown.status === 'VALUE' ? numeral(shown.base, 0, language) : told[shown.status], column)
  }
  const heads = columns.map((head) => {
    const letter = letters.get(nameOf(codeOf(head, table), head))
    const label = head.label || told.total
    return { head: letter === undefined ? label : `${label} (${letter})`, isNumber: true }
  })
  const body = rows.map(({ label }, row) => [label, ...columns.map((_, at) => percent(cells[row]![at]!, at))])
  const bases = [told.base, ...columns.map((_, column) => base(column))]
  const title = table.dimensions[0]?.variable.label ?? ''
  return textTable([{ head: title }, ...heads], [...body, bases]) + notes(table, counted, letters.size > 0)
}

/** By name of a column, its letter: of those that are shown and compared, with others of their wave. */
function lettersOf(table: CrosstabTable, { columns, cells }: Pivot<CellValue>): ReadonlyMap<string, string> {
  const nets = new Set(
    table.dimensions.flatMap(({ variable, categories }) =>
      categories.flatMap(({ code, isNet }) => (isNet ? [`${variable.code} ${code}`] : [])),
    ),
  )
  const shown = columns.filter(
    (head, at) =>
      codeOf(head, table) !== '' &&
      Object.entries(head.codes).every(([variable, code]) => !nets.has(`${variable} ${code}`)) &&
      cells.some((row) => row[at]!.status === 'VALUE'),
  )
  const compared = shown.filter(
    (head) => shown.filter(({ codes }) => codes.wave === head.codes.wave).length > 1,
  )
  return new Map(compared.map((head, index) => [nameOf(codeOf(head, table), head), letterOf(index)]))
}

/** A column by its code, in the wave of another column or its own. */
const nameOf = (code: string, { codes }: PivotHead) => `${code} ${codes.wave ?? ''}`

/** As `higherThan` names a column, among those of its wave: in the order of the table, as objects put numbers first. */
const codeOf = ({ codes }: PivotHead, { dimensions }: CrosstabTable) =>
  dimensions
    .flatMap(({ variable }) => (variable.code === 'wave' ? [] : (codes[variable.code] ?? [])))
    .join('/')

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26))
