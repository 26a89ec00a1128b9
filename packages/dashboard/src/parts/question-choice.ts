import type { TemplateResult } from 'lit-html'
import type { Head } from '../figures/figures.ts'
import type { ViewContext } from '../views/view.ts'
import { choice } from './choice.ts'

/** The choice of a question, by its code. */
export function questionChoice(
  { texts, go }: Pick<ViewContext, 'texts' | 'go'>,
  options: readonly Head[],
  chosen: string,
): TemplateResult {
  return choice('question', texts.question, options, chosen, (question) => go({ question }))
}
