import type { TableContent } from './content.ts'
import type { CellValue, Figure, GroupValue } from './figure.ts'
import { pivotOf } from './pivot.ts'

type AnyValue = CellValue | GroupValue

const words = {
  NL: {
    WITHHELD: 'onderdrukt',
    NOT_ASKED: 'niet gevraagd',
    base: 'basis (n)',
    mean: 'gemiddelde',
  },
  EN: { WITHHELD: 'withheld', NOT_ASKED: 'not asked', base: 'base (n)', mean: 'mean' },
}

/**
 * A table in Markdown, for people: column percentages to a tenth with their bases below, or means to a hundredth with
 * theirs beside; a number that is not shown says so.
 */
export function tableMarkdown<Value extends AnyValue>(content: TableContent<Value>): string {
  const { data, language } = content
  const { rows, columns, cells } = pivotOf(content, {})
  const told = words[language]
  const number = (value: number, digits: number) =>
    value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const text = (figure: Figure<AnyValue>) => {
    if (figure.status !== 'VALUE') return told[figure.status]
    if ('mean' in figure) return `${number(figure.mean, 2)} (n = ${figure.base})`
    return figure.columnPercent === null ? '–' : `${number(figure.columnPercent, 1)}%`
  }
  const base = (column: number) => {
    const figures = cells.map((row) => row[column]!)
    const shown = figures.find(({ status }) => status === 'VALUE') ?? figures[0]
    return shown?.status === 'VALUE' ? String(shown.base) : shown ? told[shown.status] : ''
  }
  const heads = columns.map(({ label }) => label || ('of' in data ? told.mean : ''))
  const corner = data.dimensions[0]?.variable.label ?? ('of' in data ? data.of.label : '')
  return [
    [corner, ...heads],
    ['---', ...heads.map(() => '---:')],
    ...rows.map(({ label }, row) => [label, ...cells[row]!.map(text)]),
    ...('cells' in data ? [[told.base, ...columns.map((_, column) => base(column))]] : []),
  ]
    .map(
      (line) =>
        `| ${line.map((field) => field.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |\n`,
    )
    .join('')
}
