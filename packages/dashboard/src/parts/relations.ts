import { html, nothing, type TemplateResult } from 'lit-html'
import type { NetMean } from '../figures/ask-net-means.ts'
import type { Figures } from '../figures/figures.ts'
import { scaleOf } from '../figures/scale.ts'
import type { Relation, Spread } from '../survey/glance-plan.ts'
import { endsOf as rangeOf } from '../survey/survey.ts'
import { markText, valueText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'
import { within } from '../texts/title-part.ts'

export interface ShownSpread extends Spread {
  readonly means: readonly NetMean[]
}

/** What goes together: a line of figures for each relation, and of each number where it is lowest and highest. */
export function relationsSection(
  relations: readonly (Relation & { readonly figures: Figures })[],
  spreads: readonly ShownSpread[],
  texts: Texts,
): TemplateResult | typeof nothing {
  const lines = [
    ...relations.map((relation) => lineOf(relation, texts)),
    ...spreads.flatMap((spread) => endsOf(spread, texts)),
  ]
  if (lines.length === 0) return nothing
  return html`<section class="lines together">
    <h2>${texts.relations}</h2>
    <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
  </section>`
}

function lineOf(
  { question, byLabel, answer, figures }: Relation & { readonly figures: Figures },
  texts: Texts,
): string {
  const at = figures.rows.findIndex(({ code }) => code === answer)
  const title = texts.by(`${question.variable.label} ${figures.rows[at]!.label}`, byLabel)
  const told = figures.columns.map(
    ({ label }, place) => `${label} ${markText(figures.marks[at]![place]!, figures, texts)}`,
  )
  return `${title}: ${told.join(', ')}.`
}

/** Where a number is lowest and highest; nothing where nothing is shown. */
function endsOf({ question, by, means }: ShownSpread, texts: Texts): string[] {
  const shown = means
    .flatMap(({ by, net, mean }) => (mean === null ? [] : [{ by, net, mean }]))
    .sort((one, other) => one.mean - other.mean)
  const [lowest] = shown
  if (lowest === undefined) return []
  const scale = scaleOf(
    shown.map(({ mean }) => mean),
    rangeOf(question),
  )
  const tell = (one: (typeof shown)[number]) => {
    const other = by.find(({ variable }) => variable.code === one.by)!
    const net = other.nets.find(({ code }) => code === one.net)!
    return `${valueText(one.mean, { unit: 'mean', scale }, texts)} (${within(other.variable.label)}: ${net.label})`
  }
  const line = texts.ends(question.variable.label, tell(lowest), tell(shown.at(-1)!))
  const withheld = means.length - shown.length
  return [withheld > 0 ? line + texts.alternativeWithheld(withheld) : line]
}
