import { html, type TemplateResult } from 'lit-html'
import type { Head } from '../figures/figures.ts'
import type { ViewContext } from '../views/view.ts'
import { choices } from './choices.ts'
import { questionChoice } from './question-choice.ts'
import { questionPage } from './question-page.ts'

/**
 * What stands in place of a question that cannot be shown, from which others can be chosen.
 *
 * @param said why
 */
export function notHere(
  context: Pick<ViewContext, 'texts' | 'go'>,
  head: Head,
  others: readonly Head[],
  said: string,
): TemplateResult {
  const options = others.some(({ code }) => code === head.code) ? others : [head, ...others]
  const choose = choices(context.texts.choices, questionChoice(context, options, head.code))
  return questionPage(head.label, choose, html`<p role="status">${said}</p>`)
}
