import { html, type TemplateResult } from 'lit-html'

/** A question, what can be chosen instead, and what there is to see of it. Going on to the next keeps the focus. */
export function questionPage(label: string, choose: TemplateResult, content: unknown): TemplateResult {
  return html`<h1>${label}</h1>${choose}${content}`
}
