import { PeoError } from '@peo/sdk'
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Texts } from '../texts/texts.ts'

/** What went wrong, in plain words. */
export function problemText(error: unknown, { problems }: Texts): string {
  if (!(error instanceof PeoError)) return problems.other
  return problems[error.code as keyof typeof problems] ?? problems.other
}

/** What stands on a page of which not all could be fetched; nothing where all could. */
export function incomplete(problem: unknown, texts: Texts): TemplateResult | typeof nothing {
  if (problem === undefined) return nothing
  return html`<p class="error" role="alert">${texts.incomplete} ${problemText(problem, texts)}</p>`
}

/** What stands in place of a view that could not be shown. */
export function problemNotice(
  error: unknown,
  texts: Texts,
  retry: () => void,
  startOver: () => void,
): TemplateResult {
  return html`<div class="problem" role="alert">
    <h1>${texts.problem}</h1>
    <p>${problemText(error, texts)}</p>
    ${error instanceof PeoError && error.code !== 'NETWORK' && error.status !== null ? html`<p class="soft" lang="en">${texts.detail}: ${error.explanation}</p>` : nothing}
    <p class="buttons">
      <button type="button" @click=${retry}>${texts.retry}</button>
      <button class="plain" type="button" @click=${startOver}>${texts.startOver}</button>
    </p>
  </div>`
}
