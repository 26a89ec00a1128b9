import type { CellValue, CrosstabTable, Figure, PivotHead } from '@peo/sdk'
import { type Counted, notes } from './notes.ts'
import { textTable } from './text-table.ts'
import { numeral, words } from './words.ts'

/** A cross-tab for people: column percentages with letters, bases below, what the signs mean under it. */
export function crosstabText(table: CrosstabTable, counted: Counted): string {
  const { language } = table
  const told = words[language]
  const { rows, columns, cells } = table.pivot()
  const letters = lettersOf(table, columns)
  const marksOf = (figure: Figure<CellValue>) =>
    figure.status === 'VALUE' ? figure.higherThan.map((code) => letters.get(code) ?? '').join('') : ''
  const widest = columns.map((_, column) => Math.max(...cells.map((row) => marksOf(row[column]!).length)))
  const beside = (text: string, column: number, marks = '') =>
    widest[column] ? `${text} ${marks.padEnd(widest[column])}` : text
  const percent = (figure: Figure<CellValue>, column: number) => {
    if (figure.status !== 'VALUE') return beside(told[figure.status], column)
    const { columnPercent } = figure
    const number = columnPercent === null ? '–' : numeral(columnPercent, 1, language)
    return beside(number, column, marksOf(figure))
  }
  const base = (column: number) => {
    const all = cells.map((row) => row[column]!)
    const shown = all.find(({ status }) => status === 'VALUE') ?? all[0]
    if (shown === undefined) return ''
    return beside(shown.status === 'VALUE' ? numeral(shown.base, 0, language) : told[shown.status], column)
  }
  const heads = columns.map((head) => {
    const letter = letters.get(codeOf(head))
    const label = head.label || told.total
    return { head: letter === undefined ? label : `${label} (${letter})`, isNumber: true }
  })
  const body = rows.map(({ label }, row) => [label, ...columns.map((_, at) => percent(cells[row]![at]!, at))])
  const bases = [told.base, ...columns.map((_, column) => base(column))]
  const title = table.dimensions[0]?.variable.label ?? ''
  return textTable([{ head: title }, ...heads], [...body, bases]) + notes(table, counted, letters.size > 1)
}

/** By code of a column, its letter; nets and waves have none. */
function lettersOf(
  { dimensions }: CrosstabTable,
  columns: readonly PivotHead[],
): ReadonlyMap<string, string> {
  const nets = new Set(
    dimensions.flatMap(({ variable, categories }) =>
      categories.flatMap(({ code, isNet }) => (isNet ? [`${variable.code} ${code}`] : [])),
    ),
  )
  const compared = columns.filter(({ codes }) =>
    Object.entries(codes).every(([variable, code]) => !nets.has(`${variable} ${code}`)),
  )
  const codes = [...new Set(compared.map(codeOf))].filter((code) => code !== '')
  return new Map(codes.map((code, index) => [code, letterOf(index)]))
}

/** As `higherThan` names a column. */
const codeOf = ({ codes }: PivotHead) =>
  Object.entries(codes)
    .flatMap(([variable, code]) => (variable === 'wave' ? [] : [code]))
    .join('/')

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26))
