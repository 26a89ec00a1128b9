import type { TemplateResult } from 'lit-html'
import { barChart } from '../charts/bar-chart.ts'
import type { ViewContext } from '../views/view.ts'
import { type FigureBlock, figureBlock } from './figure-block.ts'

/** A bar chart with all that goes with it. */
export function titledFigure(
  { service, texts }: Pick<ViewContext, 'service' | 'texts'>,
  block: Omit<FigureBlock, 'chart'>,
  width: number,
): TemplateResult {
  return figureBlock(
    { ...block, chart: barChart(block.shown ?? block.figures, width, texts) },
    service,
    texts,
  )
}
