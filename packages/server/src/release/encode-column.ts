import { type Column, NO_ANSWER, NOT_ASKED } from '@peo/tabulation'
import { type Answers, wasAsked } from '../import/answers.ts'
import type { ReleasedVariable } from './release-codebook.ts'

/** A column as a release keeps it. */
export interface StoredColumn<Memory extends ArrayBufferLike = ArrayBufferLike> {
  readonly data: Uint8Array<Memory>
  /** Of a column of levels those levels, ascending: `data` has the index of one per respondent. Else empty. */
  readonly levels: readonly number[]
}

/** So many different numbers fit into a byte beside `NO_ANSWER` and `NOT_ASKED`, with some to spare. */
const mostLevels = 250

/** The answers to one variable as a release keeps them; undefined for a text, which is not tabulated. */
export function encodeColumn(
  variable: ReleasedVariable,
  rows: readonly Answers[],
): StoredColumn<ArrayBuffer> | undefined {
  const missing = rows.map((answers) => (wasAsked(variable.askedIf, answers) ? NO_ANSWER : NOT_ASKED))
  const answersOf = rows.map((answers) => answers[variable.code])
  const codes = variable.categories?.map(({ code }) => code) ?? []
  switch (variable.measurement) {
    case 'nominal':
    case 'ordinal':
      return withoutLevels(
        Uint8Array.from(answersOf, (answer, row) =>
          answer === undefined ? missing[row]! : codes.indexOf(String(answer)),
        ),
      )
    case 'multiple':
      return withoutLevels(
        Uint8Array.from(
          codes.flatMap((code) =>
            answersOf.map((answer, row) =>
              Array.isArray(answer) ? Number(answer.includes(code)) : missing[row]!,
            ),
          ),
        ),
      )
    case 'numeric':
      return encodeLevels(answersOf, missing) ?? withoutLevels(encodeNumbers(answersOf, missing))
    case 'weight':
      return withoutLevels(encodeNumbers(answersOf, missing))
    case 'text':
      return undefined
  }
}

function withoutLevels(data: Uint8Array<ArrayBuffer>): StoredColumn<ArrayBuffer> {
  return { data, levels: [] }
}

/** The index of a level per respondent; undefined where there are more levels than a byte tells apart. */
function encodeLevels(
  answers: readonly unknown[],
  missing: readonly number[],
): StoredColumn<ArrayBuffer> | undefined {
  const given = new Set(answers.flatMap((answer) => (answer === undefined ? [] : [Number(answer)])))
  if (given.size > mostLevels) return undefined
  const levels = [...given].sort((a, b) => a - b)
  const indexes = new Map(levels.map((level, index) => [level, index]))
  const data = Uint8Array.from(answers, (answer, row) =>
    answer === undefined ? missing[row]! : indexes.get(Number(answer))!,
  )
  return { data, levels }
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

/** Reads a column of a release of `size` respondents. It shares the memory of `data` wherever it can. */
export function decodeColumn(
  variable: ReleasedVariable,
  { data, levels }: StoredColumn,
  size: number,
): Column {
  switch (variable.measurement) {
    case 'multiple':
      return {
        kind: 'multiple',
        options: (variable.categories ?? []).map((_, index) =>
          data.subarray(index * size, (index + 1) * size),
        ),
      }
    case 'numeric':
    case 'weight':
      // Nine bytes each are numbers; releases from before there were levels have no other.
      return data.length === size * 9
        ? { kind: 'numeric', values: doublesOf(data.subarray(size)), presence: data.subarray(0, size) }
        : { kind: 'levels', levels: Float64Array.from(levels), codes: data }
    default:
      return { kind: 'single', codes: data }
  }
}

function doublesOf(bytes: Uint8Array): Float64Array {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  return new Float64Array(aligned.buffer, aligned.byteOffset, bytes.length / 8)
}
