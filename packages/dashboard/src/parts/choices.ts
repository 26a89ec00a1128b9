import { html, type TemplateResult } from 'lit-html'

/** Choices that take effect at once: nothing is sent. */
export function choices(label: string, ...all: readonly TemplateResult[]): TemplateResult {
  return html`<form class="choices" aria-label=${label} @submit=${(event: Event) => event.preventDefault()}>
    ${all}
  </form>`
}
