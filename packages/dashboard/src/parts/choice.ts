import { html, type TemplateResult } from 'lit-html'
import { live } from 'lit-html/directives/live.js'
import type { Head } from '../figures/figures.ts'

/** A select with its label, which shows what is chosen also where somebody chose something else that did not come. */
export function choice(
  name: string,
  label: string,
  options: readonly Head[],
  chosen: string,
  choose: (code: string) => void,
): TemplateResult {
  const changed = ({ target }: Event) => choose((target as HTMLSelectElement).value)
  return html`<label for=${name}>${label}
    <select id=${name} @change=${changed}>
      ${options.map(
        (option) =>
          html`<option value=${option.code} .selected=${live(option.code === chosen)}>${option.label}</option>`,
      )}
    </select>
  </label>`
}
