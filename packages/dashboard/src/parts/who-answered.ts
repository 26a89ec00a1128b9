import { html, nothing, type TemplateResult } from 'lit-html'
import type { Figures } from '../figures/figures.ts'
import type { Question } from '../survey/survey.ts'
import { markText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** Of what background those are who answered: a line of percentages for each variable. */
export function whoAnswered(
  backgrounds: readonly { readonly question: Question; readonly figures: Figures }[],
  texts: Texts,
): TemplateResult | typeof nothing {
  if (backgrounds.length === 0) return nothing
  return html`<section class="lines answered">
    <h2>${texts.whoAnswered}</h2>
    <ul>
      ${backgrounds.map(({ question, figures }) => {
        const shares = figures.rows.map(
          ({ label }, at) => `${label} ${markText(figures.marks[at]![0]!, figures, texts)}`,
        )
        return html`<li>${question.variable.label}: ${shares.join(', ')}.</li>`
      })}
    </ul>
  </section>`
}
