import { html, nothing, type TemplateResult } from 'lit-html'
import { type Figures, letterOf, lettersOf, type Mark } from '../figures/figures.ts'
import { valueText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** The figures of a chart as a table: answers down, groups across, the base of each group below. */
export function figureTable(title: string, figures: Figures, texts: Texts): TemplateResult {
  const { rows, columns, marks, unit } = figures
  const hasLetters = marks.flat().some((mark) => lettersOf(mark, columns) !== '')
  const head = (label: string, place: number) => (hasLetters ? `${label} (${letterOf(place)})` : label)
  return html`<div class="scrolls" role="region" aria-label=${texts.tableOf(title)} tabindex="0">
    <table>
      <caption class="hidden">${title}</caption>
      <thead>
        <tr>
          <th scope="col">${unit === 'percent' ? texts.answer : texts.group}</th>
          ${columns.map(({ label }, place) => html`<th scope="col">${head(label || texts.everyone, place)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label }, at) => html`<tr>
            <th scope="row">${label || texts.mean}</th>
            ${marks[at]!.map((mark) => cell(mark, lettersOf(mark, columns), figures, texts))}
          </tr>`,
        )}
        <tr>
          <th scope="row">${texts.base}</th>
          ${columns.map((_, place) =>
            baseCell(
              marks.map((row) => row[place]!),
              texts,
            ),
          )}
        </tr>
      </tbody>
    </table>
  </div>`
}

function cell(mark: Mark, letters: string, measure: Figures, texts: Texts): TemplateResult {
  if (mark.status !== 'VALUE') return html`<td class="none">${texts[mark.status]}</td>`
  const number = (value: number) => valueText(value, measure, texts, 1)
  const { low, high } = mark
  return html`<td>
    ${number(mark.value)}${letters === '' ? nothing : html` <b>${letters}</b>`}
    ${low === null || high === null ? nothing : html`<small>${number(low)} – ${number(high)}</small>`}
  </td>`
}

function baseCell(marks: readonly Mark[], texts: Texts): TemplateResult {
  const [mark] = [...marks].sort(({ status }) => (status === 'VALUE' ? -1 : 1))
  if (mark?.status === 'VALUE') return html`<td>${mark.base}</td>`
  return html`<td class="none">${texts[mark?.status ?? 'WITHHELD']}</td>`
}
