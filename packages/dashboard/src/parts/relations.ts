import { html, nothing, type TemplateResult } from 'lit-html'
import type { Figures } from '../figures/figures.ts'
import type { Relation } from '../survey/glance-plan.ts'
import { markText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** What goes together: a line of figures for each relation. */
export function relationsSection(
  relations: readonly (Relation & { readonly figures: Figures })[],
  texts: Texts,
): TemplateResult | typeof nothing {
  if (relations.length === 0) return nothing
  return html`<section class="lines together">
    <h2>${texts.relations}</h2>
    <ul>${relations.map((relation) => html`<li>${lineOf(relation, texts)}</li>`)}</ul>
  </section>`
}

function lineOf(
  { question, byLabel, answer, figures }: Relation & { readonly figures: Figures },
  texts: Texts,
): string {
  const at = figures.rows.findIndex(({ code }) => code === answer)
  const title = texts.by(`${question.variable.label} ${figures.rows[at]!.label}`, byLabel)
  const told = figures.columns.map(
    ({ label }, place) => `${label} ${markText(figures.marks[at]![place]!, figures.unit, texts)}`,
  )
  return `${title}: ${told.join(', ')}.`
}
