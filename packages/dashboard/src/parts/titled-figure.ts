import { html, type TemplateResult } from 'lit-html'
import { barCharts } from '../charts/bar-chart.ts'
import { type Figures, onlyRows } from '../figures/figures.ts'
import { asked } from '../texts/title-part.ts'
import { type FigureBlock, type FigureContext, figureBlock } from './figure-block.ts'

/** A bar chart with all that goes with it. */
export function titledFigure(
  context: FigureContext,
  block: Omit<FigureBlock, 'chart'>,
  width: number,
): TemplateResult {
  const figures = block.shown ?? block.figures
  const { rows, columns } = figures
  const chartOf = (shown: Figures) => html`${barCharts(shown, width, context.texts)}`
  if (rows.length === 1 || columns.length === 1)
    return figureBlock(context, { ...block, chart: chartOf(figures) })
  // One for each answer, so that its axis is at hand, and paper ends between them.
  const parts = rows.map(
    ({ code, label }) =>
      html`<div class="part"><p class="multiple">${label}</p>${chartOf(onlyRows(figures, [code]))}</div>`,
  )
  return figureBlock(context, { ...block, chart: html`${parts}` })
}

/** A question that has one answer alone, such as a single option, with that. */
export function withOnlyAnswer(label: string, { unit, rows }: Figures): string {
  return unit === 'percent' && rows.length === 1 ? `${asked(label)}: ${rows[0]!.label}` : label
}
