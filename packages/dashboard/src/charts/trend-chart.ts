import { axisX, axisY, barY, dot, gridY, line, ruleX, text, tickY } from '@observablehq/plot'
import type { Figures, Mark } from '../figures/figures.ts'
import { spanOf } from '../figures/scale.ts'
import { axisText, valueText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'
import { drawPlot } from './draw-plot.ts'
import { textWidth } from './text-width.ts'

interface Point {
  readonly wave: string
  readonly mark: Mark
}
type Shown = Point & { readonly mark: Extract<Mark, { status: 'VALUE' }> }

const ticks = 5
/** Between texts beside each other, in CSS pixels. */
const gap = 8

/**
 * A small chart of one answer over waves: a dot a wave with its interval, joined where waves follow each other. Of texts
 * that would touch, some are left to the table.
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
  const [low, high] = domainOf(figures, row)
  const tickFormat = (number: number) => axisText(number, texts)
  const decimals = Math.max(0, -Math.floor(Math.log10((high - low) / ticks)))
  const endText = (end: number) => tickFormat(Number(end.toFixed(Math.min(decimals, 20))))
  const marginLeft = 12 + Math.max(...[low, high].map((end) => textWidth(endText(end))))
  const room = (width - marginLeft - 10) / points.length - gap
  const fits = (all: readonly string[]) => all.every((one) => textWidth(one, 600) <= room)
  const whole = ({ mark }: Shown) => `${valueText(mark.value, figures, texts)} · n = ${mark.base}`
  const short = ({ mark }: Shown) => valueText(mark.value, figures, texts)
  const tell = fits(shown.map(whole)) ? whole : short
  const names = shortNames(
    points.map(({ wave }) => wave),
    (all) => all.every((name) => textWidth(name) <= room),
  )
  const each = Math.ceil(Math.max(...names.map((name) => textWidth(name) + gap)) / (room + gap))
  const above = { x: 'wave', y: high, dy: -8, fill: 'var(--text)' } as const
  const stroke = { stroke: 'var(--text)', strokeWidth: 1.5 } as const
  const withInterval = shown.filter(({ mark }) => mark.low !== null && mark.high !== null)
  return drawPlot({
    width,
    height: 190,
    ...{ marginLeft, marginRight: 10, marginTop: 16, marginBottom: 26 },
    x: { type: 'band', domain: points.map(({ wave }) => wave), padding: 0.1 },
    y: { domain: [low, high], clamp: true },
    marks: [
      gridY({ ticks, stroke: 'var(--faint)', strokeOpacity: 1 }),
      axisY({ ticks, label: null, tickSize: 0, tickFormat }),
      axisX(
        points.filter((_, at) => at % each === 0).map(({ wave }) => wave),
        {
          label: null,
          tickSize: 0,
          tickFormat: (wave: string) => names[points.findIndex((point) => point.wave === wave)]!,
        },
      ),
      ...(['WITHHELD', 'NOT_ASKED'] as const).flatMap((status) => {
        const none = points.filter(({ mark }) => mark.status === status)
        const fill = status === 'WITHHELD' ? 'url(#withheld)' : 'url(#not-asked)'
        const inset = Math.min(12, room / 4)
        return [
          barY(none, { x: 'wave', y1: low, y2: high, fill, insetLeft: inset, insetRight: inset }),
          text(fits([texts[status]]) ? none : [], { ...above, text: () => texts[status] }),
        ]
      }),
      line(points, { x: 'wave', y: value, stroke: 'var(--bar)', strokeWidth: 2 }),
      dot(shown, { x: 'wave', y: value, r: 4, fill: 'var(--bar)' }),
      ruleX(withInterval, { x: 'wave', y1: lowOf, y2: highOf, ...stroke }),
      ...[lowOf, highOf].map((y) => tickY(withInterval, { x: 'wave', y, ...middle(room), ...stroke })),
      text(fits(shown.map(tell)) ? shown : [], { ...above, text: tell, fontWeight: 600 }),
    ],
  })
}

/** Codes without what all begin with, where they are too long. */
function shortNames(codes: readonly string[], fit: (names: readonly string[]) => boolean): readonly string[] {
  if (fit(codes)) return codes
  const [first = ''] = codes
  const parts = first.split(/(?<=[-_])/).slice(0, -1)
  const shared = parts
    .map((_, at) => parts.slice(0, at + 1).join(''))
    .findLast((start) => codes.every((code) => code.startsWith(start)))
  return shared === undefined ? codes : codes.map((code) => code.slice(shared.length))
}

const lowOf = ({ mark }: Shown) => mark.low
const highOf = ({ mark }: Shown) => mark.high

/** The ends of an interval are ten pixels wide. */
const middle = (room: number) => ({ insetLeft: (room + gap) * 0.45 - 5, insetRight: (room + gap) * 0.45 - 5 })

/** Percentages from 0 to 100; means around where they and their intervals are, so that these can be seen. */
function domainOf({ unit, scale, marks }: Figures, row: number): readonly [number, number] {
  const ends = marks[row]!.flatMap(spanOf)
  if (unit === 'percent' || ends.length === 0) return scale
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const beside = most - least || (scale[1] - scale[0]) / 20
  return [Math.max(scale[0], least - beside), Math.min(scale[1], most + beside)]
}
