import { barX, dot, gridX, ruleY, text, tickX } from '@observablehq/plot'
import type { Figures, Mark } from '../figures/figures.ts'
import { axisText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'
import { type ChartLine, chartLines } from './chart-lines.ts'
import { drawPlot } from './draw-plot.ts'
import { fitted, fittedSize, textWidth } from './text-width.ts'

const lineHeight = 44
const barHeight = 14
const ticks = 5
/** Between a label and what is told at the end of its line, in CSS pixels. */
const gap = 12
const margins = { left: 4, right: 14 }

type Shown = Extract<Mark, { status: 'VALUE' }>

/**
 * A chart of a bar per figure, or a dot where the scale does not begin at zero, each with its interval and its base.
 * Labels stand above the bars, so that it fits a phone; what is withheld is hatched, and says so.
 *
 * @param width in CSS pixels
 */
export function barChart(figures: Figures, width: number, texts: Texts): SVGSVGElement {
  const lines = chartLines(figures, texts)
  const shown = lines.flatMap((line) => (line.mark.status === 'VALUE' ? [{ ...line, mark: line.mark }] : []))
  const [low, high] = figures.scale
  const withInterval = shown.filter(({ mark }) => mark.low !== null && mark.high !== null)
  const inset = (lineHeight - barHeight) / 2
  const y = 'key'
  const tickFormat = (value: number) => axisText(value, texts)
  const textAbove = { y, dy: -lineHeight / 2 + 9, fill: 'var(--text)', lineWidth: Infinity } as const
  const room = ({ told }: ChartLine) => width - margins.left - margins.right - gap - textWidth(told, 600)
  return drawPlot({
    width,
    height: lines.length * lineHeight + 26,
    ...{ marginLeft: margins.left, marginRight: margins.right, marginTop: 4, marginBottom: 22 },
    x: { domain: [low, high], ticks, label: null, tickSize: 0, clamp: true, tickFormat },
    y: { type: 'band', domain: lines.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      gridX({ ticks, stroke: 'var(--faint)', strokeOpacity: 1 }),
      ...(['WITHHELD', 'NOT_ASKED'] as const).map((status) =>
        barX(
          lines.filter(({ mark }) => mark.status === status),
          {
            ...{ x1: low, x2: high, y, insetTop: inset + 5, insetBottom: inset - 5 },
            fill: status === 'WITHHELD' ? 'url(#withheld)' : 'url(#not-asked)',
          },
        ),
      ),
      low === 0
        ? barX(shown, {
            ...{ x1: 0, x2: numberOf, y, insetTop: inset + 5, insetBottom: inset - 5 },
            fill: (line: ChartLine) => (/net:/.test(line.key) ? 'var(--net)' : 'var(--bar)'),
          })
        : dot(shown, { x: numberOf, y, dy: 5, r: 6, fill: 'var(--bar)' }),
      ruleY(withInterval, { x1: lowOf, x2: highOf, y, dy: 5, stroke: 'var(--text)', strokeWidth: 1.5 }),
      ...[lowOf, highOf].map((x) =>
        tickX(withInterval, {
          ...{ x, y, insetTop: inset + 8, insetBottom: inset - 2 },
          ...{ stroke: 'var(--text)', strokeWidth: 1.5 },
        }),
      ),
      text(lines, {
        ...textAbove,
        x: low,
        text: (line: ChartLine) => fitted(line.label, room(line)),
        fontSize: (line: ChartLine) => fittedSize(line.label, room(line)),
        textAnchor: 'start',
      }),
      text(lines, { ...textAbove, x: high, text: 'told', textAnchor: 'end', fontWeight: 600 }),
    ],
  })
}

const numberOf = ({ mark }: { mark: Shown }) => mark.value
const lowOf = ({ mark }: { mark: Shown }) => mark.low
const highOf = ({ mark }: { mark: Shown }) => mark.high
