import { barX, dot, gridX, ruleY, text, tickX } from '@observablehq/plot'
import type { Figures, Mark } from '../figures/figures.ts'
import type { Texts } from '../texts/texts.ts'
import { type ChartLine, chartLines } from './chart-lines.ts'
import { drawPlot, fontSize } from './draw-plot.ts'

const lineHeight = 44
const barHeight = 14
const ticks = 5
/** Of bold digits and letters, on the wide side, in CSS pixels. */
const letterWidth = 8
type Shown = Extract<Mark, { status: 'VALUE' }>
type Drawn = ChartLine & { readonly mark: Mark }

/**
 * A chart of a bar per figure, or a dot where the scale does not begin at zero, each with its interval and its base.
 * Labels stand above the bars, so that it fits a phone; what is withheld is hatched, and says so.
 *
 * @param width in CSS pixels
 */
export function barChart(figures: Figures, width: number, texts: Texts): SVGSVGElement {
  const lines = chartLines(figures, texts)
  const drawn = lines.filter((line): line is Drawn => line.mark !== undefined)
  const shown = drawn.flatMap((line) => (line.mark.status === 'VALUE' ? [{ ...line, mark: line.mark }] : []))
  const [low, high] = figures.scale
  const withInterval = shown.filter(({ mark }) => mark.low !== null && mark.high !== null)
  const inset = (lineHeight - barHeight) / 2
  const y = 'key'
  const textAbove = { y, dy: -lineHeight / 2 + 9, fill: 'var(--text)', lineWidth: Infinity } as const
  const toldWidth = Math.max(...drawn.map(({ told }) => told.length)) * letterWidth
  // The library takes letters for narrower than those of most systems are.
  const lineWidth = Math.max(4, (0.9 * (width - toldWidth - 24)) / fontSize)
  return drawPlot({
    width,
    height: lines.length * lineHeight + 26,
    ...{ marginLeft: 4, marginRight: 14, marginTop: 4, marginBottom: 22 },
    x: { domain: [low, high], ticks, label: null, tickSize: 0, clamp: true },
    y: { type: 'band', domain: lines.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      gridX({ ticks, stroke: 'var(--faint)', strokeOpacity: 1 }),
      ...(['WITHHELD', 'NOT_ASKED'] as const).map((status) =>
        barX(
          drawn.filter(({ mark }) => mark.status === status),
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
      text(
        lines.filter(({ mark }) => mark === undefined),
        { ...textAbove, dy: 6, x: low, text: 'label', textAnchor: 'start', fontWeight: 700, fontSize: 14 },
      ),
      text(drawn, {
        ...textAbove,
        x: low,
        text: 'label',
        textAnchor: 'start',
        lineWidth,
        textOverflow: 'ellipsis',
      }),
      text(drawn, { ...textAbove, x: high, text: 'told', textAnchor: 'end', fontWeight: 600 }),
    ],
  })
}

const numberOf = ({ mark }: { mark: Shown }) => mark.value
const lowOf = ({ mark }: { mark: Shown }) => mark.low
const highOf = ({ mark }: { mark: Shown }) => mark.high
