import type { Cell } from 'write-excel-file/universal'
import { type MeasuredFigure, measuredFigures, measuresOf } from '../measures.ts'
import { codeLabel, type FormattableTable, type TableLabels, variableLabel } from '../table-labels.ts'
import { figureCell, headingCell, type Sheet, textCell } from './xlsx-cells.ts'

/**
 * One measure of a cross-tab as people read it: a row per category, a column per combination of the other sides, and
 * below the headings the base of each column.
 */
export function gridSheet(
  table: FormattableTable & { readonly kind: 'crosstab' },
  labels: TableLabels,
  sheet: string,
  code: string,
): Sheet {
  const { language } = labels
  const measures = measuresOf(table)
  const figures = measuredFigures(table)
  const [rows, ...sides] = table.dimensions
  const width = sides.reduce((product, { codes }) => product * codes.length, 1)
  const at = (row: number, column: number) => figures[row * width + column]!
  const columns = [...Array(width).keys()]
  const cell = (figure: MeasuredFigure, measure: string) =>
    figureCell(
      figure,
      measures.findIndex((one) => one.code === measure),
      language,
    )
  const base = measures.find((measure) => measure.code === 'base')!
  const based = (column: number) =>
    rows!.codes.map((_, row) => at(row, column)).find(({ status }) => status === 'VALUE') ?? at(0, column)
  const line = (category: string, row: number): Cell[] => [
    textCell(codeLabel(labels, rows!.variable, category)),
    ...columns.map((column) => cell(at(row, column), code)),
  ]
  return {
    sheet,
    data: [
      [headingCell(variableLabel(labels, rows!.variable))],
      [headingCell(measures.find((measure) => measure.code === code)!.label[language])],
      ...sides.map(({ variable }, side) => [
        headingCell(variableLabel(labels, variable)),
        ...columns.map((column) =>
          headingCell(codeLabel(labels, variable, at(0, column).categories[side + 1]!)),
        ),
      ]),
      ...(rows!.codes.length === 0
        ? []
        : [[textCell(base.label[language]), ...columns.map((column) => cell(based(column), 'base'))]]),
      ...rows!.codes.map(line),
    ],
    columns: [{ width: 40 }, ...columns.map(() => ({ width: 16 }))],
  }
}
