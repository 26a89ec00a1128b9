import { type Column, NO_ANSWER } from '@peo/tabulation'
import type { GroupSystem } from './group-system.ts'

/** The answers to a question as those who gave each. */
export interface QuestionAnswers {
  /** The code of each answer; of a number, its value. */
  readonly codes: readonly string[]
  /** Whether everyone gave exactly one of them. */
  readonly exclusive: boolean
  /** Whether there was more than one possible answer: of a single one, all give it and nothing is told. */
  readonly hasChoice: boolean
  /** By respondent, 1 where the question was answered. */
  readonly answered: Uint8Array
  /** Where exclusive, by respondent who answered, the place of the answer. */
  readonly placeOf: ArrayLike<number>
  /** Where not, by answer and respondent, 1 where it was named. */
  readonly named: readonly Uint8Array[]
}

const none = new Uint8Array(0)

/** Reads the answers to a question. Different numbers are different answers. */
export function questionAnswers(
  column: Column | undefined,
  categories: readonly string[],
  size: number,
): QuestionAnswers {
  switch (column?.kind) {
    case undefined:
      return {
        codes: [],
        exclusive: true,
        hasChoice: true,
        answered: new Uint8Array(size),
        placeOf: none,
        named: [],
      }
    case 'single':
      return { ...exclusiveAnswers(categories, column.codes), hasChoice: categories.length > 1 }
    case 'levels':
      return exclusiveAnswers(numberCodes(column.levels), column.codes)
    case 'numeric':
      return numericAnswers(column)
    case 'multiple':
      return nameOneAtMost(column.options, size)
        ? oneOrNone(categories, column.options)
        : {
            codes: categories,
            exclusive: false,
            hasChoice: true,
            answered: (column.options[0] ?? new Uint8Array(size).fill(NO_ANSWER)).map((code) =>
              Number(code < NO_ANSWER),
            ),
            placeOf: none,
            named: column.options,
          }
  }
}

/** Whether nobody named two options: their counts and a net then tell so, and the answers are as those to one choice. */
function nameOneAtMost(options: readonly Uint8Array[], size: number): boolean {
  for (let respondent = 0; respondent < size; respondent++) {
    if (options.filter((option) => option[respondent] === 1).length > 1) return false
  }
  return true
}

function oneOrNone(categories: readonly string[], options: readonly Uint8Array[]): QuestionAnswers {
  const answered = options[0]!.map((code) => Number(code < NO_ANSWER))
  const placeOf = answered.map((_, respondent) => {
    const place = options.findIndex((option) => option[respondent] === 1)
    return place === -1 ? categories.length : place
  })
  return { codes: [...categories, ''], exclusive: true, hasChoice: true, answered, placeOf, named: [] }
}

function exclusiveAnswers(codes: readonly string[], places: Uint8Array): QuestionAnswers {
  const answered = places.map((place) => Number(place < NO_ANSWER))
  return { codes, exclusive: true, hasChoice: true, answered, placeOf: places, named: [] }
}

/** Nobody knows that a number is the only one that was given: then another could have been. */
function numberCodes(levels: ArrayLike<number>): string[] {
  return Array.from(levels.length === 1 ? [levels[0]!, levels[0]! + 1] : Array.from(levels), String)
}

function numericAnswers({ values, presence }: Extract<Column, { kind: 'numeric' }>): QuestionAnswers {
  const answered = presence.map((code) => Number(code === 0))
  const levels = [...new Set(values.filter((_, respondent) => answered[respondent] === 1))].sort(
    (a, b) => a - b,
  )
  const places = new Map(levels.map((level, place) => [level, place]))
  const placeOf = Int32Array.from(values, (value) => places.get(value) ?? -1)
  return { codes: numberCodes(levels), exclusive: true, hasChoice: true, answered, placeOf, named: [] }
}

/** By answer, how many of each atom gave it. */
export function answerCounts(
  { codes, exclusive, placeOf, named }: QuestionAnswers,
  { atomOf, sizes }: Pick<GroupSystem, 'atomOf' | 'sizes'>,
): Int32Array[] {
  const counts = codes.map(() => new Int32Array(sizes.length))
  if (codes.length === 0) return counts
  for (let respondent = 0; respondent < atomOf.length; respondent++) {
    const atom = atomOf[respondent]!
    if (atom === -1) continue
    if (exclusive) counts[placeOf[respondent]!]![atom]!++
    else
      for (let place = 0; place < named.length; place++)
        if (named[place]![respondent] === 1) counts[place]![atom]!++
  }
  return counts
}

/** Whether all who answered gave one answer, of several that were possible. */
export function isAlike(answers: QuestionAnswers): boolean {
  const size = answers.answered.reduce((sum, one) => sum + one, 0)
  const everyone = { atomOf: Int32Array.from(answers.answered, (one) => one - 1), sizes: [size] }
  return answers.hasChoice && isUnanimous({ atoms: [0], size }, answerCounts(answers, everyone))
}

/** Whether one answer was given by all in a group. To name none of several options is an answer, too. */
export function isUnanimous(
  { atoms, size }: { readonly atoms: readonly number[]; readonly size: number },
  counts: readonly Int32Array[],
): boolean {
  if (size === 0 || counts.length === 0) return false
  const given = counts.map((count) => atoms.reduce((sum, atom) => sum + count[atom]!, 0))
  return given.includes(size) || given.every((count) => count === 0)
}
