import { html, type TemplateResult } from 'lit-html'
import type { Figures, Mark } from '../figures/figures.ts'
import type { Question } from '../survey/survey.ts'
import { markText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

/** The key figures of a wave: of each question its first net, or its largest answer where it has none, or its mean. */
export function headlineFigures(
  headlines: readonly { readonly question: Question; readonly figures: Figures }[],
  texts: Texts,
): TemplateResult {
  return html`<h2>${texts.headlines}</h2>
    <ul class="headlines">
      ${headlines.map(({ question, figures }) => {
        const { label, mark } = headlineOf(question, figures)
        return html`<li>
          <strong class=${mark.status === 'VALUE' ? 'number' : 'number none'}>${markText(mark, figures, texts)}</strong>
          <span>${label}</span>
          <span class="soft">${question.variable.label}</span>
        </li>`
      })}
    </ul>`
}

/** The figure that says most of a question by itself. */
export function headlineOf({ nets }: Question, { rows, marks }: Figures): { label: string; mark: Mark } {
  const [net] = nets
  const value = (at: number) => {
    const mark = marks[at]![0]!
    return mark.status === 'VALUE' ? mark.value : -1
  }
  const largest = [...rows.keys()].sort((one, other) => value(other) - value(one))[0]!
  const at = net === undefined ? largest : rows.findIndex(({ code }) => code === `net:${net.code}`)
  return { label: rows[at]!.label, mark: marks[at]![0]! }
}
