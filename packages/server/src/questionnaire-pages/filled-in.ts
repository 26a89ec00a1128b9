import type { AskedQuestion, AskedQuestionnaire } from '../collection/questionnaire.ts'
import { type Answers, wasAsked } from '../import/answers.ts'

/** What somebody filled in, by variable, as a form has it. */
export type Filled = ReadonlyMap<string, readonly string[]>

/** What is wrong with what is filled in at a question. */
export type AnswerProblem =
  | 'NONE_AND_OTHERS'
  | 'NOT_A_NUMBER'
  | 'THOUSANDS'
  | 'OUT_OF_RANGE'
  | 'TOO_LONG'
  | 'REQUIRED'
  | 'NOT_STORED'

/** What was filled in, looked at as a whole. */
export interface FilledIn {
  readonly answers: Answers
  /** What was filled in at questions that are asked, what is wrong too, and at those that hang on what is wrong. */
  readonly filled: Filled
  readonly problems: ReadonlyMap<string, AnswerProblem>
  /** The variables that are asked. */
  readonly asked: ReadonlySet<string>
}

/** Filled in for "none of these": no category has such a code. */
export const noneOfThese = '-'

/** Characters of an answer in words, at most. */
export const mostCharacters = 2000

/** Digits, sign and point of a number, at most: more than any number that is asked. */
const longestNumber = 20

type Value = string | number | readonly string[]
type Read = { readonly value: Value | undefined } | { readonly problem: AnswerProblem }

/**
 * Reads what was filled in as answers. What is not asked after the answers before it is dropped, and so is whatever no
 * form of ours can send. What hangs on an answer that is wrong is not asked, and kept until that is mended.
 */
export function readFilled({ questions }: AskedQuestionnaire, given: Filled): FilledIn {
  const answers: Record<string, Value> = {}
  const filled = new Map<string, readonly string[]>()
  const problems = new Map<string, AnswerProblem>()
  const asked = new Set<string>()
  /** Of which it is not known yet whether they are asked. */
  const open = new Set<string>()
  for (const question of questions) {
    const { code, askedIf, required, known } = question
    const fields = possible(question, given.get(code) ?? [])
    if (!wasAsked(askedIf, answers)) {
      if (!problems.has(askedIf!.variable) && !open.has(askedIf!.variable)) continue
      open.add(code)
      if (known === undefined && fields.length > 0) filled.set(code, fields)
      continue
    }
    if (known !== undefined) {
      answers[code] = known
      continue
    }
    asked.add(code)
    const read = readFields(question, fields)
    if (fields.length > 0) filled.set(code, fields)
    if ('problem' in read) problems.set(code, read.problem)
    else if (read.value !== undefined) answers[code] = read.value
    else if (required) problems.set(code, 'REQUIRED')
  }
  return { answers, filled, problems, asked }
}

/** What a form can have sent for a question. */
function possible({ measurement, categories }: AskedQuestion, fields: readonly string[]): string[] {
  switch (measurement) {
    case 'nominal':
    case 'ordinal':
      return categories
        .map(({ code }) => code)
        .filter((code) => fields.includes(code))
        .slice(0, 1)
    case 'multiple':
      return [...categories.map(({ code }) => code), noneOfThese].filter((code) => fields.includes(code))
    case 'numeric':
    case 'text':
      return fields.slice(0, 1).map(plainText).filter(Boolean)
  }
}

/** Without what no keyboard writes, and with one way to end a line. */
const plainText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n|\t)[\p{Cc}\p{Surrogate}]/gu, '')
    .trim()

function readFields(question: AskedQuestion, fields: readonly string[]): Read {
  const [first] = fields
  if (first === undefined) return { value: undefined }
  switch (question.measurement) {
    case 'nominal':
    case 'ordinal':
      return { value: first }
    case 'multiple':
      if (!fields.includes(noneOfThese)) return { value: fields }
      return fields.length === 1 ? { value: [] } : { problem: 'NONE_AND_OTHERS' }
    case 'numeric':
      return readNumber(question, first)
    case 'text':
      return first.length > mostCharacters ? { problem: 'TOO_LONG' } : { value: first }
  }
}

/** Read as thousands by one person, as decimals by another: 5.000, and what can only be thousands. */
const thousands = /^[+-]?[1-9]\d{0,2}([.,' ]\d{3})+([.,]\d*)?$/

/** With a decimal comma or point, and no mark between thousands. */
function readNumber({ minimum, maximum }: AskedQuestion, field: string): Read {
  if (thousands.test(field)) return { problem: 'THOUSANDS' }
  if (field.length > longestNumber || !/^[+-]?\d+([.,]\d+)?$/.test(field)) return { problem: 'NOT_A_NUMBER' }
  const value = Number(field.replace(',', '.'))
  // Written with an exponent, no import would take it.
  if (String(value).includes('e')) return { problem: 'NOT_A_NUMBER' }
  const isWithin =
    value >= (minimum ?? Number.NEGATIVE_INFINITY) && value <= (maximum ?? Number.POSITIVE_INFINITY)
  return isWithin ? { value } : { problem: 'OUT_OF_RANGE' }
}
