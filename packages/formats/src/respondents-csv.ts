import type { AnonymousAnswer, AnonymousRow } from '@peo/disclosure'
import { csvLine } from './csv-line.ts'

/** A variable of the anonymised answers; its options where a respondent gives several answers, else null. */
export interface RespondentVariable {
  readonly variable: string
  readonly options: readonly string[] | null
}

/** The header of anonymised answers as CSV: a column per variable, per option where there are several answers. */
export function respondentsCsvHeader(variables: readonly RespondentVariable[]): string {
  const columns = variables.flatMap(({ variable, options }) =>
    options === null ? [variable] : options.map((option) => `${variable}__${option}`),
  )
  return csvLine(['respondent', ...columns])
}

/**
 * Rows of anonymised answers as CSV after RFC 4180, in the columns of the header: codes as an import takes them, and
 * numbers not rounded. An option is 1 (named) or 0. Not asked and not answered are empty fields; `withheld` is an
 * answer not shown to protect people.
 */
export function respondentsCsv(
  rows: readonly AnonymousRow[],
  variables: readonly RespondentVariable[],
): string {
  return rows
    .map(({ id, answers }) =>
      csvLine([id, ...answers.flatMap((answer, place) => fieldsOf(answer, variables[place]!))]),
    )
    .join('')
}

function fieldsOf(
  { status, categories, value }: AnonymousAnswer,
  { options }: RespondentVariable,
): readonly string[] {
  if (status !== 'VALUE') {
    const absent = status === 'WITHHELD' ? 'withheld' : ''
    return (options ?? ['']).map(() => absent)
  }
  if (options !== null) return options.map((option) => (categories.includes(option) ? '1' : '0'))
  return [value === null ? categories.join() : String(value)]
}
