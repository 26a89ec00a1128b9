import type { WaveHeading } from '../collection/questionnaire.ts'
import { html, type Part } from './html.ts'
import { hiddenFields, type PageLanguage, writePage } from './layout.ts'
import { texts, writeDay } from './texts.ts'
import type { Notice } from './texts-nl.ts'

/** The HTTP status of each notice. */
export const noticeStatuses: Readonly<Record<Notice, number>> = {
  UNKNOWN: 404,
  USED: 410,
  NOT_OPEN: 403,
  CLOSED: 410,
  AWAY: 503,
  BUSY: 429,
  FOREIGN: 403,
  TOO_LONG: 413,
  NO_FORM: 415,
  ERASED: 200,
  STOPPED: 200,
}

/** What a notice says beside its text. */
export interface NoticeParts {
  /** The wave, where it is known. */
  readonly heading?: WaveHeading | undefined
  /** The fields of a form that was sent, to be sent again, with its button. */
  readonly again?: { readonly fields: readonly (readonly [string, string])[]; readonly button: string }
  /** Whether nothing that was filled in is to be seen any more. */
  readonly forgets?: boolean
}

/** Tells why there is no questionnaire. */
export function noticePage(
  notice: Notice,
  pageLanguage: PageLanguage,
  { heading, again, forgets = false }: NoticeParts = {},
): string {
  const { language } = pageLanguage
  const said = texts[language]
  const { title, text } = said.notices[notice]
  const { firstDay } = heading ?? {}
  const opens = notice === 'NOT_OPEN' && firstDay !== undefined && firstDay > new Date() && firstDay
  const ways: Partial<Record<Notice, Part>> = {
    UNKNOWN: html`<p><a href="/answer">${said.otherCode}</a></p>`,
    ERASED: html`<p><a href="?lang=${language}">${said.toStart}</a></p>`,
    STOPPED: html`<p><strong>${said.closeBrowser}</strong></p>`,
  }
  return writePage({
    ...pageLanguage,
    // A form that is to be sent again would be lost behind a link.
    languages: again === undefined ? pageLanguage.languages : [language],
    title,
    forgets,
    ...(heading?.title[language] && { survey: heading.title[language] }),
    content: html`<h1>${title}</h1>
${text.map((paragraph) => html`<p>${paragraph}</p>`)}
${opens && html`<p>${said.opensOn(writeDay(opens, language))}</p>`}
${
  again &&
  html`<form method="post" class="card"><p>${said.stillHere}</p>${hiddenFields(again.fields)}
<button name="go" value="${again.button}">${said.tryAgain}</button></form>`
}${ways[notice]}`,
  })
}

/** Asks for the code of an invitation. */
export function codePage(pageLanguage: PageLanguage, wrong?: { readonly given: string }): string {
  const { language } = pageLanguage
  const { code, notices, problemTitle, error } = texts[language]
  const problem = wrong && notices.UNKNOWN.title
  return writePage({
    ...pageLanguage,
    title: problem === undefined ? code.title : `${error} ${code.title}`,
    content: html`${
      problem &&
      html`<div class="summary" role="alert" aria-labelledby="summary" tabindex="-1" autofocus><h2 id="summary">${problemTitle}</h2><ul><li><a href="#code">${problem}</a></li></ul></div>`
    }<h1>${code.title}</h1>
<form method="post" action="/answer" autocomplete="off">
${hiddenFields([['lang', language]])}
<div class="question${problem && ' bad'}">
<label class="asks" for="code">${code.label}</label>
<p class="hint" id="code-hint">${code.lead}</p>
${problem && html`<p class="error" id="code-error"><span class="hidden">${error} </span>${problem}. ${notices.UNKNOWN.text}</p>`}
<input type="text" id="code" name="code" value="${wrong?.given}" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint${problem && ' code-error'}"${problem && html` aria-invalid="true"`}>
</div>
<div class="buttons"><button>${code.open}</button></div>
</form>`,
  })
}

/**
 * Thanks who answered, of whatever wave: its title is not for everyone.
 *
 * @param isErased whether all that was filled in was in the cookie, or known by it
 */
export function sentPage(pageLanguage: PageLanguage, isErased = true): string {
  const { language } = pageLanguage
  const { sent, closeBrowser } = texts[language]
  return writePage({
    ...pageLanguage,
    title: sent.title,
    forgets: true,
    content: html`<h1>${sent.title}</h1>
<p class="lead">${sent.apart} ${isErased && sent.erased}</p>
${!isErased && html`<p><strong>${closeBrowser}</strong></p>`}
<p>${sent.results}</p>`,
  })
}
