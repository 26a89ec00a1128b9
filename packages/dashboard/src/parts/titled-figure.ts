import type { TemplateResult } from 'lit-html'
import { barChart } from '../charts/bar-chart.ts'
import { type FigureBlock, type FigureContext, figureBlock } from './figure-block.ts'

/** A bar chart with all that goes with it. */
export function titledFigure(
  context: FigureContext,
  block: Omit<FigureBlock, 'chart'>,
  width: number,
): TemplateResult {
  return figureBlock(context, {
    ...block,
    chart: barChart(block.shown ?? block.figures, width, context.texts),
  })
}
