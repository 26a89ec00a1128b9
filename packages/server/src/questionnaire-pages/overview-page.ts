import type { AskedQuestion, AskedQuestionnaire } from '../collection/questionnaire.ts'
import type { Answers } from '../import/answers.ts'
import type { Language } from '../tables/table-labels.ts'
import { tokenField } from './answer-form.ts'
import { html, type Part } from './html.ts'
import { hiddenFields, writePage } from './layout.ts'
import { answersForm, here, keptFields, type VisitedPage } from './question-page.ts'
import type { Shown } from './steps.ts'
import { texts, writeNumber } from './texts.ts'

/**
 * All answers, each to be changed, before they are sent.
 *
 * @param token of this form, see `submitAnswers`
 */
export function overviewPage(
  questionnaire: AskedQuestionnaire,
  shown: Shown,
  visited: VisitedPage,
  token: string,
): string {
  const { language, languages } = visited
  const { asked, answers } = shown.filledIn
  const { check, back, erase } = texts[language]
  const rows = questionnaire.questions
    .filter(({ code, known }) => asked.has(code) || (known !== undefined && answers[code] !== undefined))
    .map(
      (question) => html`<div><dt>${question.wording[language]}</dt>
<dd class="given">${writeAnswer(question, answers, language) ?? html`<span class="soft">${check.noAnswer}</span>`}</dd>
${question.known === undefined && html`<dd class="change"><button class="link" name="go" value="change-${question.code}">${check.change}<span class="hidden"> ${question.wording[language]}</span></button></dd>`}
${question.known !== undefined && html`<dd class="note soft">${check.known}</dd>`}</div>
`,
    )
  return writePage({
    ...{ language, languages },
    title: check.title,
    survey: questionnaire.title[language],
    form: answersForm,
    content: html`<h1>${check.title}</h1>
<p class="lead">${check.lead}</p>
<form id="${answersForm}" method="post" action="${here}">
${keptFields(shown, visited)}${hiddenFields([[tokenField, token]])}
<dl class="card">
${rows}</dl>
<div class="buttons">
<button name="go" value="send">${check.send}</button>
<button class="plain" name="go" value="back">${back}</button>
</div>
<p class="stop"><button class="link" name="go" value="erase">${erase}</button></p>
</form>`,
  })
}

/** An answer in words; undefined where there is none. */
function writeAnswer({ code, categories }: AskedQuestion, answers: Answers, language: Language): Part {
  const answer = answers[code]
  const labelOf = (category: string) =>
    categories.find((one) => one.code === category)?.label[language] ?? category
  if (answer === undefined) return undefined
  if (typeof answer === 'number') return writeNumber(answer, language)
  if (typeof answer === 'string') return labelOf(answer)
  const { none } = texts[language]
  return answer.length === 0 ? none : html`<ul>${answer.map((one) => html`<li>${labelOf(one)}</li>`)}</ul>`
}
