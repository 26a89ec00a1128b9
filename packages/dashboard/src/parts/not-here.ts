import { html, type TemplateResult } from 'lit-html'
import type { Head } from '../figures/figures.ts'
import type { ViewContext } from '../views/view.ts'
import { choices } from './choices.ts'
import { questionChoice } from './question-choice.ts'

/**
 * What stands in place of a question that cannot be shown, from which others can be chosen.
 *
 * @param said why
 */
export function notHere(
  context: Pick<ViewContext, 'texts' | 'go'>,
  head: Head,
  options: readonly Head[],
  said: string,
): TemplateResult {
  return html`<h1>${head.label}</h1>
    ${choices(context.texts.choices, questionChoice(context, [head, ...options], head.code))}
    <p role="status">${said}</p>`
}
