import { html, type TemplateResult } from 'lit-html'
import type { Head } from '../figures/figures.ts'
import type { ViewContext } from '../views/view.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'

/**
 * What stands in place of a question that cannot be shown, from which others can be chosen.
 *
 * @param said why
 */
export function notHere(
  { texts, go }: Pick<ViewContext, 'texts' | 'go'>,
  head: Head,
  options: readonly Head[],
  said: string,
): TemplateResult {
  return html`<h1>${head.label}</h1>
    ${choices(
      texts.choices,
      choice('question', texts.question, [head, ...options], head.code, (question) => go({ question })),
    )}
    <p role="status">${said}</p>`
}
