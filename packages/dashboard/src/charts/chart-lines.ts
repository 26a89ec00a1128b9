import { type Figures, letterOf, lettersOf, type Mark } from '../figures/figures.ts'
import { valueText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** A line of a bar chart: a figure with what stands beside it. */
export interface ChartLine {
  /** Whether it is of a net. */
  readonly isNet: boolean
  readonly label: string
  readonly mark: Mark
  /** What is written at the end of the line. */
  readonly told: string
}

/** The lines of a chart from top to bottom: of one answer its groups, or of everyone the answers. */
export function chartLines(figures: Figures, texts: Texts): ChartLine[] {
  const { rows, columns, marks } = figures
  const hasLetters = marks.flat().some((mark) => lettersOf(mark, columns) !== '')
  return rows.flatMap((row, at) =>
    columns.map((column, place): ChartLine => {
      const mark = marks[at]![place]!
      const label = columns.length > 1 ? column.label : row.label || column.label
      return {
        isNet: [row, column].some(({ code }) => code.includes('net:')),
        label: hasLetters ? `${letterOf(place)}  ${label}` : label,
        mark,
        told: tell(mark, figures, lettersOf(mark, columns), texts),
      }
    }),
  )
}

function tell(mark: Mark, measure: Figures, letters: string, texts: Texts): string {
  if (mark.status !== 'VALUE') return texts[mark.status]
  const parts = [`${valueText(mark.value, measure, texts)}`, `n = ${mark.base}`]
  return [...parts, ...(letters === '' ? [] : [`> ${letters}`])].join(' · ')
}
