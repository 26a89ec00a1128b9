import { html, type TemplateResult } from 'lit-html'
import { graphqlText, sdkText, type TableRequest } from '../figures/table-request.ts'
import type { Texts } from '../texts/texts.ts'

/** How the figures of a chart were asked, to copy: as GraphQL and with the SDK. */
export function queryTexts(
  requests: readonly TableRequest[],
  service: string,
  texts: Texts,
): TemplateResult[] {
  return requests.flatMap((request) => [
    copied(texts.graphql, graphqlText(request), texts),
    copied(texts.sdk, sdkText(service, request), texts),
  ])
}

function copied(name: string, text: string, texts: Texts): TemplateResult {
  const copy = async ({ currentTarget }: Event) => {
    const said = (currentTarget as HTMLButtonElement).nextElementSibling!
    await navigator.clipboard.writeText(text)
    said.textContent = texts.copied
  }
  return html`<div class="query">
    <p class="query-name">${name}</p>
    <button class="small" type="button" @click=${copy}>${texts.copy}</button>
    <span role="status"></span>
    <pre tabindex="0" role="group" aria-label=${name}><code>${text}</code></pre>
  </div>`
}
