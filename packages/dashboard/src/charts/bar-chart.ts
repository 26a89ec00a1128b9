import { dot, gridX, rect, ruleX, ruleY, text } from '@observablehq/plot'
import type { Figures, Mark } from '../figures/figures.ts'
import { axisText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'
import { type ChartLine, chartLines } from './chart-lines.ts'
import { drawPlot, fontSize } from './draw-plot.ts'
import { textWidth, wrapped } from './text-width.ts'

/** Of a text of several lines, in sizes of its letters. */
const lineHeight = 1.2
/** In CSS pixels, from the top of a line down: its label, its bar, and what is free below. */
const heights = { text: fontSize * lineHeight, bar: 14, free: 10 }
const ticks = 5
/** Between a label and what is told at the end of its line, in CSS pixels. */
const gap = 12
const margins = { marginLeft: 4, marginRight: 14, marginTop: 4, marginBottom: 22 }

type Shown = Extract<Mark, { status: 'VALUE' }>
type Placed = ChartLine & { readonly top: number; readonly bar: number }

/** Of more figures, each so many have a chart, with its axis at hand, and paper ends between them. */
export const mostLines = 20

/**
 * Charts of a bar per figure, or a dot where the scale does not begin at zero, each with its interval and its base.
 * Labels stand above the bars, over as many lines as they take, so that it fits a phone; what is withheld is hatched, and
 * says so.
 *
 * @param width in CSS pixels
 */
export function barCharts(figures: Figures, width: number, texts: Texts): SVGSVGElement[] {
  const all = chartLines(figures, texts)
  return Array.from({ length: Math.ceil(all.length / mostLines) }, (_, at) =>
    barChart(all.slice(at * mostLines, (at + 1) * mostLines), figures.scale, width, texts),
  )
}

function barChart(
  all: readonly ChartLine[],
  [low, high]: Figures['scale'],
  width: number,
  texts: Texts,
): SVGSVGElement {
  const { lines, height } = placed(all, width)
  const tickFormat = (value: number) => axisText(value, texts)
  const above = {
    y: topOf,
    lineAnchor: 'top',
    lineHeight,
    fill: 'var(--text)',
    lineWidth: Infinity,
  } as const
  return drawPlot({
    ...{ ...margins, width, height: height + margins.marginTop + margins.marginBottom },
    x: { domain: [low, high], ticks, label: null, tickSize: 0, clamp: true, tickFormat },
    y: { domain: [0, height], reverse: true, axis: null },
    marks: [
      gridX({ ticks, stroke: 'var(--faint)', strokeOpacity: 1 }),
      ...figureMarks(lines, low, high),
      text(lines, { ...above, x: low, text: 'label', textAnchor: 'start' }),
      text(lines, { ...above, x: high, text: 'told', textAnchor: 'end', fontWeight: 600 }),
    ],
  })
}

/** Where each line begins and where its bar does, from above. */
function placed(lines: readonly ChartLine[], width: number): { lines: Placed[]; height: number } {
  const inner = width - margins.marginLeft - margins.marginRight - gap
  let height = 0
  const found = lines.map((line): Placed => {
    // Many letters leave half of it to the label.
    const told = wrapped(line.told, Math.max(inner / 2, textWidth(line.told.split(' > ')[0]!, 600)), 600)
    const label = wrapped(line.label, inner - Math.max(...told.map((part) => textWidth(part, 600))))
    const top = height
    const bar = top + Math.max(label.length, told.length) * heights.text + 3
    height = bar + heights.bar + heights.free
    return { ...line, label: label.join('\n'), told: told.join('\n'), top, bar }
  })
  return { lines: found, height }
}

function figureMarks(lines: readonly Placed[], low: number, high: number) {
  const shown = lines.flatMap((line) => (line.mark.status === 'VALUE' ? [{ ...line, mark: line.mark }] : []))
  const withInterval = shown.filter(({ mark }) => mark.low !== null && mark.high !== null)
  const bar = { y1: barOf, y2: (line: Placed) => barOf(line) + heights.bar }
  const stroke = { stroke: 'var(--text)', strokeWidth: 1.5 }
  return [
    ...(['WITHHELD', 'NOT_ASKED'] as const).map((status) =>
      rect(
        lines.filter(({ mark }) => mark.status === status),
        { ...bar, x1: low, x2: high, fill: status === 'WITHHELD' ? 'url(#withheld)' : 'url(#not-asked)' },
      ),
    ),
    low === 0
      ? rect(shown, {
          ...{ ...bar, x1: 0, x2: numberOf },
          fill: ({ isNet }: Placed) => (isNet ? 'var(--net)' : 'var(--bar)'),
        })
      : dot(shown, { x: numberOf, y: middleOf, r: 6, fill: 'var(--bar)' }),
    ruleY(withInterval, { x1: lowOf, x2: highOf, y: middleOf, ...stroke }),
    ...[lowOf, highOf].map((x) =>
      ruleX(withInterval, {
        ...{ x, ...stroke },
        ...{ y1: (line: Placed) => middleOf(line) - 4, y2: (line: Placed) => middleOf(line) + 4 },
      }),
    ),
  ]
}

const topOf = ({ top }: Placed) => top
const barOf = ({ bar }: Placed) => bar
const middleOf = ({ bar }: Placed) => bar + heights.bar / 2
const numberOf = ({ mark }: { mark: Shown }) => mark.value
const lowOf = ({ mark }: { mark: Shown }) => mark.low
const highOf = ({ mark }: { mark: Shown }) => mark.high
