import type { AskedQuestionnaire } from '../collection/questionnaire.ts'
import type { Filled } from './filled-in.ts'
import { firstPlace, type Place } from './steps.ts'

/** Before the variable in the name of a field. */
const prefix = 'q.'

/** The name of the field by which a form that is sent twice is known. */
export const tokenField = 'token'

/** The name of the field by which a form is known to be of the visit that the cookie is of, see `KeptAnswers`. */
export const visitField = 'visit'

/** The name of the fields of a question. */
export const fieldOf = (variable: string) => prefix + variable

/** A page of the questionnaire as its form came in. */
export interface AnswerForm {
  readonly place: Place
  readonly filled: Filled
  /** The button that was pressed. */
  readonly button: string
  readonly language: string | null
  /** The form's own, see `tokenField`. */
  readonly token: string | null
  /** Of the visit, see `visitField`; null where the browser kept no cookie. */
  readonly visit: string | null
}

/** Reads a form that was sent. */
export function readForm({ questions }: AskedQuestionnaire, form: URLSearchParams): AnswerForm {
  const filled = new Map(questions.map(({ code }) => [code, form.getAll(fieldOf(code))] as const))
  const place = readPlace(form) ?? firstPlace
  return {
    place,
    filled,
    button: form.get('go') ?? 'next',
    language: form.get('lang'),
    token: form.get(tokenField),
    visit: form.get(visitField),
  }
}

/** Reads a place from a form or an address; undefined where there is none. */
export function readPlace(fields: URLSearchParams): Place | undefined {
  const page = fields.get('page') ?? ''
  const changing = fields.get('changing')
  if (page === 'check') return { page, changing: false }
  if (!/^[1-9]\d{0,3}$/.test(page)) return undefined
  const skipped = changing?.split('.').slice(1) ?? []
  return { page: Number(page), changing: changing !== null, ...(skipped.length > 0 && { skipped }) }
}

/** Writes a place as fields, for `readPlace`. */
export function placeFields({ page, changing, skipped = [] }: Place): [string, string][] {
  const fields: [string, string][] = [['page', String(page)]]
  return changing ? [...fields, ['changing', ['1', ...skipped].join('.')]] : fields
}

/** What a form holds beside its button, to be sent again as it is. */
export function sentAgain(form: URLSearchParams): [string, string][] {
  return [...form].filter(
    ([name]) => name.startsWith(prefix) || /^(page|changing|lang|token|visit|code)$/.test(name),
  )
}
