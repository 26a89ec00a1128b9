import { entryPath } from '../collection/entry-address.ts'
import type { Language } from '../tables/table-labels.ts'
import { html, type Markup, type Part } from './html.ts'
import { style } from './style.ts'
import { texts } from './texts.ts'

/**
 * Has a browser forget the pages before one that loads it as a picture. Chromium keeps pages that are left in memory,
 * `no-store` or not; what the answer with the next page says comes too early, as the page before is still there.
 */
export const forgetPath = `${entryPath}/forget`

/** The language of a page, and those it can be had in. */
export interface PageLanguage {
  readonly language: Language
  readonly languages: readonly Language[]
}

/** What every page has. */
export interface Layout extends PageLanguage {
  /** Says, beside the name of the survey, where one is. */
  readonly title: string
  /** The name of the survey; that of the service where it is absent. */
  readonly survey?: string
  /** The form that holds answers, which another language must keep; without it, a link does. */
  readonly form?: string
  /** Whether the browser is to forget the pages before this one, see `forgetPath`. */
  readonly forgets?: boolean
  readonly content: Part
}

/** Writes a whole page. */
export function writePage(layout: Layout): string {
  const { title, survey, language, languages, form, forgets, content } = layout
  const { service, skip, languages: languagesName } = texts[language]
  const name = survey ?? service
  const others = languages.filter((other) => other !== language)
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title === name ? '' : `${title} – `}${name}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
<header>
<p>${name}</p>
${
  others.length > 0 &&
  html`<nav aria-label="${languagesName}">${form !== undefined && defaultButton(form)}${others.map((other) => switchTo(other, form))}</nav>`
}
</header>
<main id="content">
${content}
</main>
${forgets && html`<img class="hidden" src="${forgetPath}" alt="">`}
</body>
</html>
`
  return page.markup
}

function switchTo(language: Language, form: string | undefined): Markup {
  const { name } = texts[language]
  if (form === undefined)
    return html`<a href="?lang=${language}" lang="${language}" hreflang="${language}">${name}</a>`
  return html`<button class="link" form="${form}" name="go" value="lang-${language}" lang="${language}">${name}</button>`
}

/** The Enter key presses the first button of a form, which must not be the one of another language. */
const defaultButton = (form: string) =>
  html`<button class="hidden" form="${form}" name="go" value="next" tabindex="-1" aria-hidden="true"></button>`

/** Fields that are sent along, and not shown. */
export function hiddenFields(fields: readonly (readonly [string, string])[]): Markup[] {
  return fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
}
