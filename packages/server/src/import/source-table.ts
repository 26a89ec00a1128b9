import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { ImportProblem } from './import-problem.ts'

/** A row of a file of answers, in the columns of the project; `row` as a spreadsheet counts it. */
export interface AnswerLine {
  readonly row: number
  readonly fields: readonly string[]
}

/** The lines of a file of answers, the header first, with what cannot be read in between. */
export type AnswerLines = Iterable<AnswerLine | ImportProblem> | AsyncIterable<AnswerLine | ImportProblem>

/** What became of a column of a file that has columns of its own. */
export interface UnderstoodColumn {
  readonly column: string
  readonly understood: string
}

/** A file of answers that was made elsewhere: its codebook as far as it tells one, and its answers. */
export interface SourceTable {
  /** For staff to complete: labels that the file has in one language stand in both. */
  readonly variables: readonly CodebookVariable[]
  readonly columns: readonly UnderstoodColumn[]
  readonly lines: AnswerLines
}

/** A name or a value elsewhere as a code here: `Q1.a` is q1_a, -1 is m1. */
export function codeOf(name: string | number): string {
  const plain = String(name).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
  return plain.replace(/^-(?=\d)/, 'm').replaceAll(/[^a-z0-9_]+/g, '_')
}

/** The same text for both languages, until staff translate it. */
export function untranslated(text: string | null, code: string): CodebookVariable['label'] {
  const said = text?.trim() || code
  return { nl: said, en: said }
}

/** A number as a file of answers has it, never with an exponent. */
export function plainNumber(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

/** What a variable is, in words for who checks an import. */
export function describeVariable({ code, measurement, categories = [] }: CodebookVariable): string {
  const of = measurement === 'multiple' ? 'options' : 'categories'
  return `${measurement} ${code}${categories.length > 0 ? `, ${categories.length} ${of}` : ''}`
}

/** Columns that tell rows apart, by code; the first that is there is taken. */
export const respondentCodes = ['respondent', 'respondent_id', 'respid', 'caseid', 'case_id', 'id']
