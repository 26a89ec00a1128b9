import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { isBlank } from '../is-blank.ts'

/** A text in both languages. */
export interface Bilingual {
  readonly nl: string
  readonly en: string
}

/** As many characters as a text has at most. */
export const longestText = 4000

/** What is wrong with a text, which `field` of the input gives; undefined where nothing is. */
export function textProblem(field: string, text: string): UserProblem | undefined {
  const isEmpty = isBlank(text)
  if (!isEmpty && text.length <= longestText) return undefined
  const message = isEmpty
    ? 'The text is empty; write something.'
    : `The text has ${text.length} characters; shorten it to ${longestText} at most.`
  return userProblem('INVALID_INPUT', field, message)
}

/** What is wrong with a text in either language; undefined where nothing is. */
export function bilingualProblem(field: string, text: Bilingual | null | undefined): UserProblem | undefined {
  if (!text) return undefined
  return textProblem(`${field}.nl`, text.nl) ?? textProblem(`${field}.en`, text.en)
}

/** The columns of a text; none where there is no text. */
export function textColumns(text: Bilingual): { textNl: string; textEn: string }
export function textColumns(text: Bilingual | null | undefined): { textNl?: string; textEn?: string }
export function textColumns(text: Bilingual | null | undefined) {
  return text ? { textNl: text.nl, textEn: text.en } : {}
}
