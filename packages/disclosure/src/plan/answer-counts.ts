import { type Column, NO_ANSWER } from '@peo/tabulation'
import type { GroupSystem } from './group-system.ts'

/** The answers to a question as those who gave each. */
export interface QuestionAnswers {
  /** The code of each answer; of a number, its value. */
  readonly codes: readonly string[]
  /** Whether everyone gave exactly one of them. */
  readonly exclusive: boolean
  /** By respondent, 1 where the question was answered. */
  readonly answered: Uint8Array
  /** Places of the answers that a respondent who answered gave. */
  readonly of: (respondent: number) => readonly number[]
}

/** Reads the answers to a question. Different numbers are different answers. */
export function questionAnswers(
  column: Column | undefined,
  categories: readonly string[],
  size: number,
): QuestionAnswers {
  const answeredWhere = (test: (respondent: number) => boolean) =>
    Uint8Array.from({ length: size }, (_, respondent) => Number(test(respondent)))
  switch (column?.kind) {
    case undefined:
      return { codes: [], exclusive: true, answered: new Uint8Array(size), of: () => [] }
    case 'single':
      return {
        codes: categories,
        exclusive: true,
        answered: answeredWhere((respondent) => column.codes[respondent]! < NO_ANSWER),
        of: (respondent) => [column.codes[respondent]!],
      }
    case 'levels':
      return {
        codes: Array.from(column.levels, String),
        exclusive: true,
        answered: answeredWhere((respondent) => column.codes[respondent]! < NO_ANSWER),
        of: (respondent) => [column.codes[respondent]!],
      }
    case 'numeric':
      return numericAnswers(column, answeredWhere)
    case 'multiple':
      return {
        codes: categories,
        exclusive: false,
        answered: answeredWhere((respondent) => (column.options[0]?.[respondent] ?? NO_ANSWER) < NO_ANSWER),
        of: (respondent) =>
          column.options.flatMap((option, place) => (option[respondent] === 1 ? [place] : [])),
      }
  }
}

function numericAnswers(
  { values, presence }: Extract<Column, { kind: 'numeric' }>,
  answeredWhere: (test: (respondent: number) => boolean) => Uint8Array,
): QuestionAnswers {
  const answered = answeredWhere((respondent) => presence[respondent] === 0)
  const levels = [...new Set(values.filter((_, respondent) => answered[respondent] === 1))].sort(
    (a, b) => a - b,
  )
  const places = new Map(levels.map((level, place) => [level, place]))
  return {
    codes: levels.map(String),
    exclusive: true,
    answered,
    of: (respondent) => [places.get(values[respondent]!)!],
  }
}

/** By answer, how many of each atom gave it. */
export function answerCounts({ of, codes }: QuestionAnswers, { atomOf, sizes }: GroupSystem): Float64Array[] {
  const counts = codes.map(() => new Float64Array(sizes.length))
  for (let respondent = 0; respondent < atomOf.length; respondent++) {
    const atom = atomOf[respondent]!
    if (atom !== -1) for (const place of of(respondent)) counts[place]![atom]!++
  }
  return counts
}

/** Whether one answer was given by all in a group. */
export function isUnanimous(
  { atoms, size }: { readonly atoms: readonly number[]; readonly size: number },
  counts: readonly Float64Array[],
): boolean {
  return size > 0 && counts.some((count) => atoms.reduce((sum, atom) => sum + count[atom]!, 0) === size)
}
