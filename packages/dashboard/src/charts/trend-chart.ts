import { axisX, axisY, barY, dot, gridY, line, ruleX, text } from '@observablehq/plot'
import type { Figures, Mark } from '../figures/figures.ts'
import { valueText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'
import { drawPlot } from './draw-plot.ts'

interface Point {
  readonly wave: string
  readonly mark: Mark
}
type Shown = Point & { readonly mark: Extract<Mark, { status: 'VALUE' }> }

/**
 * A small chart of one answer over waves: a dot a wave with its interval, joined where waves follow each other.
 *
 * @param row place of the answer among the rows
 * @param width in CSS pixels
 */
export function trendChart(figures: Figures, row: number, width: number, texts: Texts): SVGSVGElement {
  const points = figures.columns.map(
    ({ code }, at): Point => ({ wave: code, mark: figures.marks[row]![at]! }),
  )
  const shown = points.filter((point): point is Shown => point.mark.status === 'VALUE')
  const value = ({ mark }: Point) => (mark.status === 'VALUE' ? mark.value : Number.NaN)
  const [low, high] = figures.scale
  const tell = ({ mark }: Shown) => `${valueText(mark.value, figures.unit, texts)} · n = ${mark.base}`
  return drawPlot({
    width,
    height: 190,
    ...{ marginLeft: 34, marginRight: 10, marginTop: 16, marginBottom: 26 },
    x: { type: 'band', domain: points.map(({ wave }) => wave), padding: 0.1 },
    y: { domain: [low, high] },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--faint)', strokeOpacity: 1 }),
      axisY({ ticks: 5, label: null, tickSize: 0 }),
      axisX({ label: null, tickSize: 0 }),
      ...(['WITHHELD', 'NOT_ASKED'] as const).flatMap((status) => {
        const none = points.filter(({ mark }) => mark.status === status)
        const fill = status === 'WITHHELD' ? 'url(#withheld)' : 'url(#not-asked)'
        return [
          barY(none, { x: 'wave', y1: low, y2: high, fill, insetLeft: 12, insetRight: 12 }),
          text(none, { x: 'wave', y: high, dy: -8, text: () => texts[status], fill: 'var(--text)' }),
        ]
      }),
      line(points, { x: 'wave', y: value, stroke: 'var(--bar)', strokeWidth: 2 }),
      ruleX(
        shown.filter(({ mark }) => mark.low !== null && mark.high !== null),
        {
          ...{ x: 'wave', y1: ({ mark }: Shown) => mark.low, y2: ({ mark }: Shown) => mark.high },
          ...{ stroke: 'var(--text)', strokeWidth: 1.5 },
        },
      ),
      dot(shown, { x: 'wave', y: value, r: 5, fill: 'var(--bar)' }),
      text(shown, { x: 'wave', y: high, dy: -8, text: tell, fill: 'var(--text)', fontWeight: 600 }),
    ],
  })
}
