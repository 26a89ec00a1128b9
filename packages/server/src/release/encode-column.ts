import { type Column, NO_ANSWER, NOT_ASKED } from '@peo/tabulation'
import { type Answers, wasAsked } from '../import/answers.ts'
import type { ReleasedVariable } from './release-codebook.ts'

/** The answers to one variable as the bytes of a release's column; undefined for a text, which is not tabulated. */
export function encodeColumn(
  variable: ReleasedVariable,
  rows: readonly Answers[],
): Uint8Array<ArrayBuffer> | undefined {
  const missing = rows.map((answers) => (wasAsked(variable.askedIf, answers) ? NO_ANSWER : NOT_ASKED))
  const answersOf = rows.map((answers) => answers[variable.code])
  const codes = variable.categories?.map(({ code }) => code) ?? []
  switch (variable.measurement) {
    case 'nominal':
    case 'ordinal':
      return Uint8Array.from(answersOf, (answer, row) =>
        answer === undefined ? missing[row]! : codes.indexOf(String(answer)),
      )
    case 'multiple':
      return Uint8Array.from(
        codes.flatMap((code) =>
          answersOf.map((answer, row) =>
            Array.isArray(answer) ? Number(answer.includes(code)) : missing[row]!,
          ),
        ),
      )
    case 'numeric':
    case 'weight':
      return encodeNumbers(answersOf, missing)
    case 'text':
      return undefined
  }
}

/** A presence byte per respondent, then a little-endian double per respondent. */
function encodeNumbers(answers: readonly unknown[], missing: readonly number[]): Uint8Array<ArrayBuffer> {
  const size = answers.length
  const bytes = new Uint8Array(size * 9)
  const view = new DataView(bytes.buffer)
  for (const [row, answer] of answers.entries()) {
    bytes[row] = answer === undefined ? missing[row]! : 0
    view.setFloat64(size + row * 8, Number(answer ?? 0), true)
  }
  return bytes
}

/** Reads a column of a release of `size` respondents. */
export function decodeColumn(variable: ReleasedVariable, bytes: Uint8Array, size: number): Column {
  switch (variable.measurement) {
    case 'multiple':
      return {
        kind: 'multiple',
        options: (variable.categories ?? []).map((_, index) => bytes.slice(index * size, (index + 1) * size)),
      }
    case 'numeric':
    case 'weight': {
      const view = new DataView(bytes.buffer, bytes.byteOffset + size)
      const values = Float64Array.from({ length: size }, (_, row) => view.getFloat64(row * 8, true))
      return { kind: 'numeric', values, presence: bytes.slice(0, size) }
    }
    default:
      return { kind: 'single', codes: bytes.slice() }
  }
}
