import { type PlotOptions, plot } from '@observablehq/plot'

/** The size of letters in a chart, in CSS pixels. */
export const fontSize = 13

/**
 * Draws a chart in the look of the page. It is hidden from screen readers: what stands around it has its text and its table.
 */
export function drawPlot(options: PlotOptions): SVGSVGElement {
  const chart = plot({
    style: { fontSize: `${fontSize}px`, fontFamily: 'inherit', background: 'none', color: 'var(--soft)' },
    // The style that the library writes into a chart has this name in it; the page's policy allows that style alone.
    className: 'plot',
    ...options,
  }) as SVGSVGElement
  chart.setAttribute('aria-hidden', 'true')
  return chart
}
