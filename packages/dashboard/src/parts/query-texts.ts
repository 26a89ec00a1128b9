import { html, type TemplateResult } from 'lit-html'
import { graphqlText, sdkText, type TableRequest } from '../figures/table-request.ts'
import type { Texts } from '../texts/texts.ts'

/**
 * How the figures of a chart were asked, to copy: as GraphQL and with the SDK.
 *
 * @param isSignedIn whether somebody is, so that it may take their sign-in
 */
export function queryTexts(
  requests: readonly TableRequest[],
  service: string,
  texts: Texts,
  isSignedIn: boolean,
): TemplateResult[] {
  return requests.flatMap((request) => [
    copied(texts.graphql, graphqlText(request), texts),
    copied(texts.sdk, sdkText(service, request, isSignedIn), texts),
  ])
}

function copied(name: string, text: string, texts: Texts): TemplateResult {
  const copy = async ({ currentTarget }: Event) => {
    const { parentElement, nextElementSibling: said } = currentTarget as HTMLButtonElement
    // Browsers have no clipboard for pages over plain HTTP: what is selected there is copied by key.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    if (!isCopied) getSelection()?.selectAllChildren(parentElement!.querySelector('code')!)
    said!.textContent = isCopied ? texts.copied : texts.selected
  }
  return html`<div class="query">
    <p class="query-name">${name}</p>
    <button class="small" type="button" @click=${copy}>${texts.copy}</button>
    <span role="status"></span>
    <pre tabindex="0" role="group" aria-label=${name}><code>${text}</code></pre>
  </div>`
}
