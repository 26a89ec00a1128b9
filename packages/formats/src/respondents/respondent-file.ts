import type { AnonymousAnswer, AnonymousRow } from '@peo/disclosure'

/** The anonymised answers of a wave, as far as a file says them before its rows. */
export interface RespondentFile {
  readonly language: 'nl' | 'en'
  readonly wave: { readonly code: string; readonly title: string }
  /** Digest of the release. */
  readonly digest: string
  readonly respondents: number
  readonly variables: readonly RespondentVariable[]
}

/** A variable of the anonymised answers, labelled in the language of the file. */
export interface RespondentVariable {
  readonly variable: string
  readonly label: string
  readonly measurement: 'nominal' | 'ordinal' | 'numeric' | 'multiple' | 'weight'
  /**
   * What may be answered: its categories, those of a level where a background variable is said at one, or its options.
   * None where the answers are numbers.
   */
  readonly categories: readonly { readonly code: string; readonly label: string }[]
  /** The different numbers that rows show, ascending; none where the answers are categories. */
  readonly numbers: readonly number[]
}

/** Rows of anonymised answers in the order of the file, some at a time: only those are in memory. */
export type RowBatches = AsyncIterable<readonly AnonymousRow[]>

/** Bytes of a file, piece by piece. */
export type FileChunks = AsyncGenerator<Uint8Array<ArrayBuffer>>

/** A column of a file that has one for each option of a variable with several answers. */
export interface RespondentColumn {
  /** `variable`, or `variable__option`. */
  readonly name: string
  readonly label: string
  readonly variable: RespondentVariable
  /** Where the answers to the variable stand in a row. */
  readonly place: number
  /** The option's code; null where respondents give one answer. */
  readonly option: string | null
}

/** The columns of a file, without the first, which tells rows apart. */
export function columnsOf(variables: readonly RespondentVariable[]): RespondentColumn[] {
  return variables.flatMap((variable, place): RespondentColumn[] => {
    const { variable: name, label, categories, measurement } = variable
    if (measurement !== 'multiple') return [{ name, label, variable, place, option: null }]
    return categories.map((option) => ({
      name: `${name}__${option.code}`,
      label: option.label,
      variable,
      place,
      option: option.code,
    }))
  })
}

/** What a row says in a column: a code, a number, of an option whether it was named; null where the status says why. */
export function saidIn(
  { option }: RespondentColumn,
  { status, categories, value }: AnonymousAnswer,
): string | number | boolean | null {
  if (status !== 'VALUE') return null
  if (option !== null) return categories.includes(option)
  return value ?? categories[0]!
}
