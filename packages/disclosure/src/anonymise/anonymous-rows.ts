import { NO_ANSWER, NOT_ASKED } from '@peo/tabulation'
import { markProtected } from '../mark-protected.ts'
import type { Protected } from '../protected.ts'
import { type AnonymousAnswers, type AnonymousColumn, WITHHELD_ANSWER } from './anonymous-answers.ts'

/** What one row says of one variable. */
export interface AnonymousAnswer {
  readonly variable: string
  readonly status: 'VALUE' | 'WITHHELD' | 'NOT_ASKED' | 'NO_ANSWER'
  /** Codes of the answers, of the categories of a level where a background variable is said at one. */
  readonly categories: readonly string[]
  /** The number given, or the weight. */
  readonly value: number | null
}

/** One row of the anonymised answers. */
export interface AnonymousRow extends Protected {
  readonly id: string
  readonly answers: readonly AnonymousAnswer[]
}

/** Some rows of the anonymised answers of a wave, as they were stored. */
export type AnonymousSlice = Pick<AnonymousAnswers, 'ids' | 'size'> & {
  readonly columns: readonly AnonymousColumn[]
}

const absent: Record<number, AnonymousAnswer['status']> = {
  [WITHHELD_ANSWER]: 'WITHHELD',
  [NO_ANSWER]: 'NO_ANSWER',
  [NOT_ASKED]: 'NOT_ASKED',
}

/** Reads rows of the anonymised answers; the columns are those that `anonymise` made. */
export function anonymousRows({ size, ids, columns }: AnonymousSlice): AnonymousRow[] {
  const variables = [...new Set(columns.map(({ variable }) => variable))].map((variable) => ({
    variable,
    columns: columns.filter((column) => column.variable === variable),
  }))
  return Array.from({ length: size }, (_, row) =>
    markProtected<AnonymousRow>({
      id: [...ids.subarray(16 * row, 16 * (row + 1))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(''),
      answers: variables.map(({ variable, columns }) => answerOf(variable, columns, row)),
    }),
  )
}

function answerOf(variable: string, columns: readonly AnonymousColumn[], row: number): AnonymousAnswer {
  const [{ codes, answers, option }] = columns as readonly [AnonymousColumn]
  const code = codes[row]!
  const status = absent[code]
  if (status !== undefined) return { variable, status, categories: [], value: null }
  if (option !== null) {
    const named = columns.flatMap((column) => (column.codes[row] === 1 ? [column.option!] : []))
    return { variable, status: 'VALUE', categories: named, value: null }
  }
  const answer = answers[code]!
  return typeof answer === 'number'
    ? { variable, status: 'VALUE', categories: [], value: answer }
    : { variable, status: 'VALUE', categories: [answer], value: null }
}
