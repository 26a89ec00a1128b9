import { html, nothing, type TemplateResult } from 'lit-html'
import { mostLines } from '../charts/bar-chart.ts'
import { chartText } from '../charts/chart-text.ts'
import { type Figures, lettersOf } from '../figures/figures.ts'
import { askedFor, csvAddress, fileName, type TableRequest } from '../figures/table-request.ts'
import type { Texts } from '../texts/texts.ts'
import type { ViewContext } from '../views/view.ts'
import { figureTable } from './figure-table.ts'
import { problemText } from './problem.ts'
import { queryTexts } from './query-texts.ts'
import { saveCsv } from './save-csv.ts'

/** What a chart stands on the page with. */
export interface FigureBlock {
  readonly title: string
  /** What its table shows, all of it. */
  readonly figures: Figures
  /** What the chart shows of it; all where it is absent. */
  readonly shown?: Figures
  /** What it was asked with, in the order of its columns where there are several. */
  readonly requests: readonly TableRequest[]
  readonly chart: Element | TemplateResult
}

/** What a chart on the page is made with. */
export type FigureContext = Pick<ViewContext, 'peo' | 'service' | 'texts' | 'viewer'>

/** A chart with its title, legend, table, downloads and queries. */
export function figureBlock(context: FigureContext, block: FigureBlock): TemplateResult {
  const { service, texts } = context
  const { title, figures, shown = figures, requests, chart } = block
  const [rows, columns] = [shown.rows.length, shown.columns.length]
  const isTall = rows * columns > mostLines || (rows > 1 && columns > 1)
  return html`<figure class=${isTall ? 'tall' : ''}>
    <figcaption><h3>${title}</h3></figcaption>
    <div class="chart" role="img" aria-label=${chartText(title, shown, texts)}>${chart}</div>
    ${legend(shown, texts)} ${comparability(figures.notes, texts)}
    <div class="more">
      <details>
        <summary>${texts.table}<span class="hidden">: ${title}</span></summary>
        ${figureTable(title, figures, texts)}
      </details>
      <details>
        <summary>${texts.query}<span class="hidden">: ${title}</span></summary>
        ${queryTexts(requests, service, texts, context.viewer !== undefined)}
      </details>
      <p class=${requests.length > 1 ? 'downloads several' : 'downloads'}>${requests.map((request) => download(request, block, context))}</p>
    </div>
  </figure>`
}

/** Who signed in may see what the plain address does not give: it is saved from what the client reads. */
function download(
  request: TableRequest,
  { title, requests }: FigureBlock,
  { peo, service, texts, viewer }: FigureContext,
): TemplateResult {
  const name = [texts.download, ...(requests.length > 1 ? askedFor(request) : [])].join(' ')
  const label = html`${name}<span class="hidden">: ${title}</span>`
  if (viewer === undefined)
    return html`<a href=${csvAddress(service, request)} download=${fileName(request)}>${label}</a>`
  const save = ({ currentTarget }: Event) => {
    const said = (currentTarget as HTMLElement).nextElementSibling!
    said.textContent = ''
    saveCsv(peo, request).catch((error: unknown) => {
      said.textContent = problemText(error, texts)
    })
  }
  return html`<button class="small" type="button" @click=${save}>${label}</button><span class="error" role="alert"></span>`
}

function legend({ marks, columns }: Figures, texts: Texts): TemplateResult {
  const flat = marks.flat()
  const has = (status: string) => flat.some((mark) => mark.status === status)
  const says = [
    ...(has('VALUE') ? [texts.legendInterval] : []),
    ...(flat.some((mark) => lettersOf(mark, columns) !== '') ? [texts.legendLetters] : []),
    ...(has('WITHHELD') ? [texts.legendWithheld] : []),
    ...(has('NOT_ASKED') ? [texts.legendNotAsked] : []),
  ]
  return html`<p class="legend">${says.join(' ')}</p>`
}

function comparability(notes: readonly string[], texts: Texts): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing
  return html`<div class="notes">
    <h4>${texts.comparability}</h4>
    <ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
  </div>`
}
