import { escapeHtml } from '../escape-html.ts'

/** A piece of HTML in which every text is escaped. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a piece of HTML: texts are escaped, lists joined, nothing where there is nothing. */
export type Part = string | number | Markup | readonly Part[] | undefined | false

/** Makes a piece of HTML: whatever is put in between is escaped, unless it was made so itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.reduce((before, after, place) => before + write(parts[place - 1]) + after) }
}

function write(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return 'markup' in part ? part.markup : part.map(write).join('')
}
