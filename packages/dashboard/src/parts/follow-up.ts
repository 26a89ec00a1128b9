import type { FollowUp } from '@peo/sdk'
import { html, nothing, type TemplateResult } from 'lit-html'
import { grouped } from '../grouped.ts'
import { dayText } from '../texts/number-text.ts'
import type { Texts } from '../texts/texts.ts'

type Part = TemplateResult | typeof nothing

/** What reports say beside the figures, by kind. */
export function findingsSection(followUp: FollowUp | null, texts: Texts): Part {
  const kinds = grouped(followUp?.findings ?? [], ({ kind }) => kind)
  if (kinds.size === 0) return nothing
  return html`<section class="findings">
    <h2>${texts.findingsTitle}</h2>
    <div class="columns">
      ${[...kinds].map(
        ([kind, findings]) => html`<div>
          <h3>${texts.findings[kind]}</h3>
          <ul>${findings.map(({ text }) => html`<li>${text}</li>`)}</ul>
        </div>`,
      )}
    </div>
  </section>`
}

/** What is advised after a wave and what became of it, by whom it is for. */
export function recommendationsSection(followUp: FollowUp | null, texts: Texts): Part {
  const groups = grouped(followUp?.recommendations ?? [], ({ addressees }) => addressees.join())
  if (groups.size === 0) return nothing
  const whom = (one: FollowUp['recommendations'][number]) =>
    new Intl.ListFormat(texts.lang).format(one.addressees.map((each) => texts.addressees[each]))
  return html`<section class="recommendations">
    <h2>${texts.recommendations}</h2>
    <div class="columns">
      ${[...groups.values()].map(
        (group) => html`<div>
          <h3>${texts.to(whom(group[0]!))}</h3>
          <ul>${group.map((one) => recommendation(one, texts))}</ul>
        </div>`,
      )}
    </div>
  </section>`
}

function recommendation(
  { text, status, followUps }: FollowUp['recommendations'][number],
  texts: Texts,
): TemplateResult {
  return html`<li>
    ${text} <span class="status">${texts.recommendationStatus[status]}</span>
    ${followUps.map(({ text, writtenOn }) => html`<small>${dayText(writtenOn, texts)}: ${text}</small>`)}
  </li>`
}

/** The reports on a wave. */
export function publicationsSection(followUp: FollowUp | null, texts: Texts): Part {
  if (!followUp || followUp.publications.length === 0) return nothing
  return html`<section class="publications">
    <h2>${texts.publications}</h2>
    <ul>
      ${followUp.publications.map(({ title, year, authors, isbn, link }) => {
        const named = [authors.join(', '), title ?? followUp.title, String(year), isbn ? `ISBN ${isbn}` : '']
        const text = named.filter((part) => part !== '').join('. ')
        return html`<li>${link ? html`<a href=${link} rel="noreferrer">${text}</a>` : text}</li>`
      })}
    </ul>
  </section>`
}

/** Where the results were discussed. */
export function meetingsSection(followUp: FollowUp | null, texts: Texts): Part {
  if (!followUp || followUp.meetings.length === 0) return nothing
  return html`<section class="meetings">
    <h2>${texts.meetings}</h2>
    <ul>
      ${followUp.meetings.map(({ kind, heldOn, attending }) => {
        const more = [
          ...(heldOn === null ? [] : [dayText(heldOn, texts)]),
          ...(attending === null ? [] : [texts.attending(String(attending))]),
        ]
        return html`<li>${texts.meetingKind[kind]}${more.length > 0 ? ` (${more.join(', ')})` : ''}.</li>`
      })}
    </ul>
  </section>`
}

/** What was said of one question: reflections of the working group, remarks of professionals. */
export function saidOf(followUp: FollowUp | null, variable: string, texts: Texts): Part {
  if (followUp === null) return nothing
  const isAbout = ({
    question,
    table,
  }: (typeof followUp.reflections.nodes)[number] | (typeof followUp.remarks.nodes)[number]) =>
    question?.variable.code === variable || table?.rows === variable || table?.columns.includes(variable)
  const reflections = followUp.reflections.nodes.filter(isAbout)
  const remarks = followUp.remarks.nodes.filter(isAbout)
  return html`${
    reflections.length === 0
      ? nothing
      : html`<h2>${texts.reflections}</h2>
          <ul>${reflections.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  }
  ${
    remarks.length === 0
      ? nothing
      : html`<h2>${texts.remarks}</h2>
          <ul>
            ${remarks.map(
              ({ text, author, writtenOn }) =>
                html`<li>${text} <small>${author ?? texts.anonymous}, ${dayText(writtenOn, texts)}</small></li>`,
            )}
          </ul>`
  }`
}
