import type { AskedQuestion } from '../collection/questionnaire.ts'
import type { Language } from '../tables/table-labels.ts'
import { fieldOf } from './answer-form.ts'
import { type AnswerProblem, mostCharacters, noneOfThese } from './filled-in.ts'
import { html, type Markup } from './html.ts'
import { texts, writeNumber } from './texts.ts'

/** A question, and what was filled in at it. */
export interface QuestionShown {
  readonly question: AskedQuestion
  readonly fields: readonly string[]
  readonly problem: AnswerProblem | undefined
  readonly language: Language
}

/** More categories than these are a list that opens. */
const mostChoices = 12

/** The id of the first field of a question. */
export const fieldId = (variable: string) => `q-${variable}`

/** Shows a question with what was filled in, and what is wrong with it. */
export function questionField(shown: QuestionShown): Markup {
  const { question, problem } = shown
  return html`<div class="question${problem !== undefined && ' bad'}">${writeField(shown, kindOf(question))}</div>`
}

/** What is wrong, in words. */
export function problemText({ question, language }: QuestionShown, problem: AnswerProblem): string {
  const told = texts[language].problems[problem]
  return problem === 'OUT_OF_RANGE' ? `${told}, ${rangeOf(question, language)}` : told
}

type Kind = 'CHOICES' | 'LIST' | 'SCALE' | 'NUMBER' | 'WORDS'

function kindOf({ measurement, categories, minimum, maximum }: AskedQuestion): Kind {
  if (measurement === 'text') return 'WORDS'
  if (measurement !== 'numeric')
    return measurement === 'multiple' || categories.length <= mostChoices ? 'CHOICES' : 'LIST'
  const isShort = minimum !== undefined && maximum !== undefined && maximum - minimum < mostChoices
  return isShort && Number.isInteger(minimum) && Number.isInteger(maximum) ? 'SCALE' : 'NUMBER'
}

function writeField(shown: QuestionShown, kind: Kind): Markup {
  const { question, fields, problem, language } = shown
  const { code, wording, required } = question
  const asks = html`${wording[language]}${required && html` <span class="soft">(${texts[language].required})</span>`}`
  const id = fieldId(code)
  const hint = hintOf(question, kind, language)
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ')
  const notes = html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}${
    problem &&
    html`<p class="error" id="${id}-error"><span class="hidden">${texts[language].error} </span>${problemText(shown, problem)}</p>`
  }`
  const attributes = html`${described !== '' && html` aria-describedby="${described}"`}${required && html` required`}${problem && html` aria-invalid="true"`}`
  if (kind === 'CHOICES' || kind === 'SCALE')
    return html`<fieldset${described !== '' && html` aria-describedby="${described}"`}>
<legend>${asks}</legend>
${notes}${kind === 'SCALE' ? writeScale(shown) : writeChoices(shown)}</fieldset>`
  const name = fieldOf(code)
  const [value = ''] = fields
  const field =
    kind === 'WORDS'
      ? html`<textarea id="${id}" name="${name}" rows="5" maxlength="${mostCharacters}"${attributes}>
${value}</textarea>`
      : kind === 'NUMBER'
        ? html`<input class="short" type="text" inputmode="decimal" id="${id}" name="${name}" value="${value}"${attributes}>`
        : html`<select id="${id}" name="${name}"${attributes}><option value="">${texts[language].choose}</option>${question.categories.map(
            ({ code: category, label }) =>
              html`<option value="${category}"${category === value && ' selected'}>${label[language]}</option>`,
          )}</select>`
  return html`<label class="asks" for="${id}">${asks}</label>${notes}${field}`
}

function hintOf(question: AskedQuestion, kind: Kind, language: Language): string | undefined {
  const { several, aNumber, atMost } = texts[language]
  if (question.measurement === 'multiple') return several
  if (kind === 'WORDS') return atMost(writeNumber(mostCharacters, language))
  if (kind !== 'NUMBER') return undefined
  const range = rangeOf(question, language)
  return range === undefined ? aNumber : `${aNumber}, ${range}`
}

function rangeOf({ minimum, maximum }: AskedQuestion, language: Language): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined
  const [from, to] = [minimum, maximum].map((end) =>
    end === undefined ? undefined : writeNumber(end, language),
  )
  return texts[language].range(from, to)
}

function writeChoices(shown: QuestionShown): Markup {
  const { question, language } = shown
  const { or, none } = texts[language]
  const isMultiple = question.measurement === 'multiple'
  const type = isMultiple ? 'checkbox' : 'radio'
  const choices = question.categories.map(({ code, label }, place) =>
    choice(shown, { type, value: code, label: label[language], place }),
  )
  const others = isMultiple
    ? html`<p class="or">${or}</p>${choice(shown, { type, value: noneOfThese, label: none, place: choices.length })}`
    : noAnswer(shown, choices.length)
  return html`${choices}${others}`
}

function writeScale(shown: QuestionShown): Markup {
  const { minimum = 0, maximum = 0 } = shown.question
  const numbers = Array.from({ length: maximum - minimum + 1 }, (_, place) => minimum + place)
  const choices = numbers.map((number, place) =>
    choice(shown, {
      type: 'radio',
      value: String(number),
      label: writeNumber(number, shown.language),
      place,
    }),
  )
  return html`<div class="scale">${choices}</div>${noAnswer(shown, choices.length)}`
}

/** Takes an answer back: a radio button that was pressed once cannot be released. */
function noAnswer(shown: QuestionShown, place: number): Markup | undefined {
  const { question, fields, language } = shown
  if (question.required || fields.length === 0) return undefined
  return choice(shown, { type: 'radio', value: '', label: texts[language].noAnswerAfterAll, place })
}

interface Choice {
  readonly type: 'radio' | 'checkbox'
  readonly value: string
  readonly label: string
  readonly place: number
}

function choice(
  { question: { code, required }, fields }: QuestionShown,
  { type, value, label, place }: Choice,
): Markup {
  const id = place === 0 ? fieldId(code) : `${fieldId(code)}-${place + 1}`
  // Of boxes each would have to be ticked.
  const mustBe = required && type === 'radio' && html` required`
  const checked = fields.includes(value) && html` checked`
  return html`<label class="choice" for="${id}"><input type="${type}" id="${id}" name="${fieldOf(code)}" value="${value}"${checked}${mustBe}><span>${label}</span></label>
`
}
