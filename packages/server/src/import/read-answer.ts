import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { ImportProblemCode } from './import-problem.ts'

/** An answer as read from the fields of a row: absent when every field is empty. */
export type ReadAnswer =
  | { readonly value: string | number | readonly string[] | undefined }
  | { readonly column: string; readonly code: ImportProblemCode; readonly message: string }

/** Characters of an answer in words at most, online and in a file. */
export const longestText = 5000

/** The columns that hold a variable: `code`, or `code__option` for each option of a multiple-answer variable. */
export function columnsOf(variable: CodebookVariable): string[] {
  if (variable.measurement !== 'multiple') return [variable.code]
  return (variable.categories ?? []).map((category) => `${variable.code}__${category.code}`)
}

/** Reads a variable's answer from the fields of its columns. */
export function readAnswer(variable: CodebookVariable, fields: readonly string[]): ReadAnswer {
  const field = fields[0]?.trim() ?? ''
  switch (variable.measurement) {
    case 'multiple':
      return readMultiple(variable, fields)
    case 'nominal':
    case 'ordinal':
      return readCategory(variable, field)
    case 'numeric':
      return field === '' ? { value: undefined } : readNumber(variable, field)
    case 'weight':
      return readWeight(variable, field)
    case 'text':
      return readText(variable, field)
  }
}

function readText({ code: column }: CodebookVariable, field: string): ReadAnswer {
  if (field.length <= longestText) return { value: field === '' ? undefined : field }
  const message = `the answer has ${field.length} characters, of at most ${longestText}; make it shorter`
  return { column, code: 'TOO_LONG', message }
}

function readCategory(variable: CodebookVariable, field: string): ReadAnswer {
  const { categories = [] } = variable
  if (field === '') return { value: undefined }
  const category = categories.find(({ code }) => code === field)
  if (category !== undefined) return { value: category.code }
  const codes = categories.map(({ code }) => code)
  const message = `"${field}" is not a category of ${variable.code}; it takes ${codes.join(', ')}`
  return { column: variable.code, code: 'UNKNOWN_CATEGORY', message }
}

/** Doubles count every whole number up to nine times as much, and the squares of millions of these have a sum. */
const largestNumber = 1e15

function readNumber(
  variable: Pick<CodebookVariable, 'code' | 'minimum' | 'maximum'>,
  field: string,
): ReadAnswer {
  const column = variable.code
  if (!/^[+-]?\d+(\.\d+)?$/.test(field)) {
    const message = `"${field}" is not a number; write it with a decimal point, such as 7.5`
    return { column, code: 'NOT_A_NUMBER', message }
  }
  const value = Number(field)
  if (Math.abs(value) > largestNumber) {
    const shown = field.length > 20 ? `${field.slice(0, 20)}…` : field
    const message = `${shown} is out of range; a number has no more than 15 digits before its point`
    return { column, code: 'OUT_OF_RANGE', message }
  }
  const { minimum, maximum } = variable
  if (value < (minimum ?? -largestNumber) || value > (maximum ?? largestNumber)) {
    const range = `from ${minimum ?? 'any number'} to ${maximum ?? 'any number'}`
    const message = `${field} is out of range; ${column} runs ${range}`
    return { column, code: 'OUT_OF_RANGE', message }
  }
  return { value }
}

function readWeight(variable: CodebookVariable, field: string): ReadAnswer {
  if (field === '') {
    const message = 'every respondent needs a weight; leave the variable out of the wave if there is none'
    return { column: variable.code, code: 'MISSING_WEIGHT', message }
  }
  const read = readNumber({ code: variable.code }, field)
  if ('value' in read && Number(read.value) <= 0) {
    return {
      column: variable.code,
      code: 'OUT_OF_RANGE',
      message: `${field} is out of range; a weight is above 0`,
    }
  }
  return read
}

function readMultiple(variable: CodebookVariable, fields: readonly string[]): ReadAnswer {
  const { categories = [] } = variable
  const named: string[] = []
  const empty: number[] = []
  for (const [place, field] of fields.entries()) {
    const given = field.trim()
    if (given === '1') named.push(categories[place]!.code)
    else if (given === '') empty.push(place)
    else if (given !== '0') {
      const message = `"${given}" is not 1 (named), 0 (not named) or empty (no answer)`
      return { column: columnsOf(variable)[place]!, code: 'UNKNOWN_CATEGORY', message }
    }
  }
  if (empty.length === 0) return { value: named }
  if (empty.length === fields.length) return { value: undefined }
  const message = `empty, while other options of ${variable.code} are filled in; write 0 where not named`
  return { column: columnsOf(variable)[empty[0]!]!, code: 'INCOMPLETE_ANSWER', message }
}
