import type { AskedQuestion, AskedQuestionnaire } from '../collection/questionnaire.ts'
import { html, type Part } from './html.ts'
import { hiddenFields, type PageLanguage, writePage } from './layout.ts'
import { texts, writeDay } from './texts.ts'

/** Seconds that reading and answering a question takes, by and large, and the introduction. */
const seconds = { words: 60, other: 15, introduction: 45 }

/** What somebody reads before the first question. */
export interface Introduction extends PageLanguage {
  /** Whether the browser still has what they filled in before. */
  readonly wasHere: boolean
  /** Whether they sent a page of a visit that is over. */
  readonly isOver: boolean
  /** Whether others may answer by the same address: then browsers keep answers for an hour, not a week. */
  readonly isShared: boolean
}

/** The page before the first question: whose survey it is, what it is about, and what happens with answers. */
export function introductionPage(questionnaire: AskedQuestionnaire, introduction: Introduction): string {
  const { language, languages, wasHere, isOver, isShared } = introduction
  const { title, organisation, lastDay, minimumGroupSize, isPublic } = questionnaire
  const questions = questionnaire.questions.filter(({ known }) => known === undefined)
  const { intro } = texts[language]
  const hasWords = questions.some(({ measurement }) => measurement === 'text')
  const isFree = questions.every(({ required }) => !required)
  const form = (content: Part) =>
    html`<form method="post"${wasHere && html` class="card"`}>${hiddenFields([['lang', language]])}${content}</form>`
  return writePage({
    ...{ language, languages },
    title: title[language],
    content: html`<h1>${title[language]}</h1>
${
  isOver &&
  html`<p class="card" role="status">${intro.over}</p>
`
}<p class="lead">${intro.lead}</p>
<p>${intro.time(minutesFor(questions), questions.length)} ${isFree ? intro.voluntary : intro.someRequired} ${lastDay && intro.until(writeDay(lastDay, language))}</p>
${organisation && html`<p>${intro.organisation(organisation[language])}</p>`}
${
  wasHere &&
  form(html`<p>${intro.wasHere}</p>
<div class="buttons"><button name="go" value="goOn">${intro.goOn}</button>
<button class="plain" name="go" value="again">${intro.again}</button></div>`)
}
<h2>${intro.happens}</h2>
<ul>
<li>${intro.nobody}</li>
<li>${intro.groups(minimumGroupSize)}</li>
<li>${isPublic ? intro.forEveryone : intro.forPartners}</li>
<li>${intro.researchers}</li>
<li>${intro.apart}</li>
${hasWords && html`<li>${intro.words}</li>`}
</ul>
<h2>${intro.stopping}</h2>
<p>${intro.kept(isShared ? intro.hour : intro.week)}</p>
<p>${intro.shared} ${intro.withoutCookies}</p>
${!wasHere && form(html`<div class="buttons"><button name="go" value="begin">${intro.begin}</button></div>`)}`,
  })
}

function minutesFor(questions: readonly AskedQuestion[]): number {
  const taken = questions.map(({ measurement }) => (measurement === 'text' ? seconds.words : seconds.other))
  return Math.ceil(taken.reduce((sum, one) => sum + one, seconds.introduction) / 60)
}
