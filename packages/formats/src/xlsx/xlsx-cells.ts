import type { Cell } from 'write-excel-file/universal'
import { absentTexts } from '../absent-texts.ts'
import type { MeasuredFigure } from '../measures.ts'

/** A sheet of a workbook. */
export interface Sheet {
  readonly sheet: string
  readonly data: Cell[][]
  readonly columns: { width: number }[]
  readonly stickyRowsCount?: number
}

/** What stands for a number that a shown figure does not have. */
export const notComputed = '–'

/** A text as it is: never a formula, whatever it begins with. */
export function textCell(value: string): Cell {
  return value === '' ? null : { value, type: String }
}

/** A text in a heading. */
export function headingCell(value: string): Cell {
  return value === '' ? null : { value, type: String, fontWeight: 'bold', wrap: true }
}

/** A number of a figure, or a word for why there is none. */
export function figureCell(figure: MeasuredFigure, measure: number, language: 'nl' | 'en'): Cell {
  if (figure.status !== 'VALUE') return absentCell(absentTexts[language][figure.status])
  return numberCell(figure.values[measure]!)
}

/** A number, not rounded and shown with a decimal where it has any. */
export function numberCell(value: number | null): Cell {
  if (value === null) return absentCell(notComputed)
  return { value, type: Number, format: Number.isInteger(value) ? '0' : '0.0' }
}

function absentCell(value: string): Cell {
  return { value, type: String, align: 'right', fontStyle: 'italic', textColor: '#666666' }
}
