import { absentTexts } from '../absent-texts.ts'
import { measuredFigures, measuresOf } from '../measures.ts'
import { codeLabel, type FormattableTable, type TableLabels, variableLabel } from '../table-labels.ts'
import { figureCell, headingCell, type Sheet, textCell } from './xlsx-cells.ts'

const statusTexts = {
  nl: { VALUE: 'getoond', ...absentTexts.nl },
  en: { VALUE: 'shown', ...absentTexts.en },
}

/** Every figure of a table with all its measures: one line each, categories by code and by label. */
export function figuresSheet(table: FormattableTable, labels: TableLabels, sheet: string): Sheet {
  const { language } = labels
  const measures = measuresOf(table)
  const higher = language === 'nl' ? 'hoger dan' : 'higher than'
  const header = [
    ...table.dimensions.flatMap(({ variable }) => [variable, variableLabel(labels, variable)]),
    'status',
    ...measures.map(({ label }) => label[language]),
    ...(table.kind === 'crosstab' ? [higher] : []),
  ]
  const lines = measuredFigures(table).map((figure) => [
    ...table.dimensions.flatMap(({ variable }, side) => [
      textCell(figure.categories[side]!),
      textCell(codeLabel(labels, variable, figure.categories[side]!)),
    ]),
    textCell(statusTexts[language][figure.status]),
    ...measures.map((_, measure) => figureCell(figure, measure, language)),
    ...(table.kind === 'crosstab' ? [textCell(figure.higherThan.join(' '))] : []),
  ])
  return {
    sheet,
    data: [header.map(headingCell), ...lines],
    columns: header.map((_, column) => ({
      width: column < 2 * table.dimensions.length && column % 2 === 1 ? 32 : 14,
    })),
    stickyRowsCount: 1,
  }
}
