import type { AskedQuestionnaire } from '../collection/questionnaire.ts'
import { fieldOf, placeFields, visitField } from './answer-form.ts'
import { dividePages } from './divide.ts'
import { html, type Markup } from './html.ts'
import { hiddenFields, type PageLanguage, writePage } from './layout.ts'
import { fieldId, problemText, type QuestionShown, questionField } from './question-field.ts'
import { progressOf, type Shown } from './steps.ts'
import { texts } from './texts.ts'

/** The address of the page itself, without the place on it that a link to a problem went to: it would stay in the next one's. */
export const here = '?'

/** The id of the form that holds the answers. */
export const answersForm = 'answers'

/** The language of a page, and of which visit it is; undefined where the browser keeps no cookie. */
export interface VisitedPage extends PageLanguage {
  readonly visit?: string | undefined
}

/** The fields of a form that keep what was filled in, but for what the page itself asks. */
export function keptFields(
  { place, filledIn }: Shown,
  { language, visit }: VisitedPage,
  asked: readonly string[] = [],
): Markup[] {
  const filled = [...filledIn.filled].filter(([code]) => !asked.includes(code))
  return hiddenFields([
    ['lang', language],
    ...(visit === undefined ? [] : [[visitField, visit] as const]),
    ...placeFields(place),
    ...filled.flatMap(([code, fields]) => fields.map((field): [string, string] => [fieldOf(code), field])),
  ])
}

/** A page of questions. */
export function questionPage(questionnaire: AskedQuestionnaire, shown: Shown, visited: VisitedPage): string {
  const { language, languages } = visited
  const { place, filledIn, tellProblems } = shown
  const page = Number(place.page)
  const questions = (dividePages(questionnaire.questions)[page - 1] ?? []).filter(({ code }) =>
    filledIn.asked.has(code),
  )
  const fields = questions.map((question): QuestionShown => {
    const problem = tellProblems ? filledIn.problems.get(question.code) : undefined
    return { question, fields: filledIn.filled.get(question.code) ?? [], problem, language }
  })
  const {
    step: stepOf,
    error,
    next,
    back,
    toOverview,
    erase,
    mayBeSkipped,
    othersMayBeSkipped,
  } = texts[language]
  const { step, of } = progressOf(questionnaire, page, filledIn)
  const wrong = fields.filter(({ problem }) => problem !== undefined)
  const where = stepOf(step, of)
  const codes = questions.map(({ code }) => code)
  const free = questions.filter(({ required }) => !required).length
  return writePage({
    ...{ language, languages },
    title: wrong.length > 0 ? `${error} ${where}` : where,
    survey: questionnaire.title[language],
    form: answersForm,
    content: html`<h1 class="step">${where}</h1>
<div class="bar" aria-hidden="true"><svg viewBox="0 0 ${of} 1" preserveAspectRatio="none"><rect width="${step}" height="1"/></svg></div>
${wrong.length > 0 && problemSummary(wrong)}<form id="${answersForm}" method="post" action="${here}" autocomplete="off" novalidate>
${keptFields(shown, visited, codes)}
${fields.map(questionField)}
${free > 0 && html`<p class="soft">${free === questions.length ? mayBeSkipped : othersMayBeSkipped}</p>`}
<div class="buttons">
<button name="go" value="next">${place.changing ? toOverview : next}</button>
${(step > 1 || place.changing) && html`<button class="plain" name="go" value="back">${back}</button>`}
</div>
<p class="stop"><button class="link" name="go" value="erase">${erase}</button></p>
</form>`,
  })
}

/** What is wrong on the page, at its top, with links to where it is. */
function problemSummary(wrong: readonly QuestionShown[]): Markup {
  const { language } = wrong[0]!
  const links = wrong.map((shown) => {
    const { question, problem } = shown
    const told = `${problemText(shown, problem!)} – ${question.wording[language]}`
    return html`<li><a href="#${fieldId(question.code)}">${told}</a></li>`
  })
  return html`<div class="summary" role="alert" aria-labelledby="summary" tabindex="-1" autofocus>
<h2 id="summary">${texts[language].problemTitle}</h2>
<ul>${links}</ul>
</div>
`
}
