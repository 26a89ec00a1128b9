import type { Column, VariableCodes } from '@peo/tabulation'
import type { AnonymousColumn } from './anonymous-answers.ts'

/** The columns of one question: one, or one for each option. */
export interface QuestionColumns {
  readonly variable: string
  readonly columns: readonly AnonymousColumn[]
  /** Whether tables count its answers by background; of a number they give means alone. */
  readonly counted: boolean
}

/** Codes of answers are below this; what is no answer is above. */
export const firstMissing = 250

/** A question as columns of codes; undefined where it is a number with too many different values. */
export function questionColumns(variable: VariableCodes, column: Column): QuestionColumns | undefined {
  const { code, categories } = variable
  const single = (answers: AnonymousColumn['answers'], codes: Uint8Array, counted: boolean) => ({
    variable: code,
    columns: [{ variable: code, option: null, answers, codes }],
    counted,
  })
  switch (column.kind) {
    case 'single':
      return single(categories, column.codes, true)
    case 'levels':
      return single([...column.levels], column.codes, false)
    case 'numeric': {
      const given = column.values.filter((_, row) => column.presence[row] === 0)
      const levels = [...new Set(given)].sort((a, b) => a - b)
      if (levels.length > firstMissing) return undefined
      const places = new Map(levels.map((level, place) => [level, place]))
      const codes = column.presence.map((missing, row) => missing || places.get(column.values[row]!)!)
      return single(levels, codes, false)
    }
    case 'multiple':
      return {
        variable: code,
        columns: categories.map((option, index) => ({
          variable: code,
          option,
          answers: [0, 1],
          codes: column.options[index]!,
        })),
        counted: true,
      }
  }
}

/** Whether a row gives an answer. */
export function isAnswered({ columns }: QuestionColumns, row: number): boolean {
  return columns[0]!.codes[row]! < firstMissing
}

/** By row a number that is the same for the same answer, all options together; -1 where there is none. */
export function answerNumbers(question: QuestionColumns, size: number): Int32Array {
  const { columns } = question
  if (columns.length === 1) {
    return Int32Array.from(columns[0]!.codes.subarray(0, size), (code) => (code < firstMissing ? code : -1))
  }
  const known = new Map<string, number>()
  return Int32Array.from({ length: size }, (_, row) => {
    if (!isAnswered(question, row)) return -1
    const key = String.fromCharCode(...columns.map(({ codes }) => codes[row]!))
    const number = known.get(key) ?? known.size
    known.set(key, number)
    return number
  })
}

/** By row whether an answer was given by fewer than `k` rows: such an answer singles people out. */
export function rareAnswers({ columns }: QuestionColumns, size: number, k: number): Uint8Array {
  const rare = new Uint8Array(size)
  for (const { codes } of columns) {
    const counts = new Uint32Array(256)
    for (const code of codes) counts[code]!++
    for (let row = 0; row < size; row++) {
      const code = codes[row]!
      if (code < firstMissing && counts[code]! < k) rare[row] = 1
    }
  }
  return rare
}
