import { NOT_ASKED } from '@peo/tabulation'
import { WITHHELD_ANSWER } from './anonymous-answers.ts'
import { answerNumbers, isAnswered, type QuestionColumns, rareAnswers } from './answer-columns.ts'

/** A question and what decides in which rows its answer is withheld. */
export interface ReleasedQuestion extends QuestionColumns {
  /** The variable whose answer decides who is asked, a background variable maybe. */
  readonly gate?: string
  readonly sensitive: boolean
}

/** Rows, by class. */
export type ClassRows = readonly (readonly number[])[]

/**
 * Withholds the answers that would single somebody out, of `k` rows of a class or more, so that the difference from
 * the tables does not tell whose answer it was:
 * - an answer given by fewer than `k` in the wave, with the most common answers of its class;
 * - where only some of a class were asked for their background, the answers of the class: they would tell it;
 * - all that was asked for an answer that is withheld;
 * - what is left of a class of the answers to a sensitive question, when it is all the same.
 *
 * @param questions each after its gate
 * @param random numbers from 0 to below 1
 * @returns the questions with these answers withheld
 */
export function withholdAnswers<Question extends ReleasedQuestion>(
  questions: readonly Question[],
  classes: ClassRows,
  k: number,
  random: () => number,
): Question[] {
  const size = classes.reduce((sum, rows) => sum + rows.length, 0)
  const asked = new Set(questions.map(({ variable }) => variable))
  const withheldOf = new Map<string, Uint8Array>()
  return questions.map((question) => {
    const { gate, variable, columns } = question
    const withheld = withheldOf.get(gate ?? '')?.slice() ?? new Uint8Array(size)
    if (gate !== undefined && !asked.has(gate)) withholdPartlyAsked(question, classes, withheld)
    withholdRare(question, classes, withheld, k, random)
    if (question.sensitive) withholdUnanimous(question, classes, withheld)
    withheldOf.set(variable, withheld)
    if (!withheld.includes(1)) return question
    return {
      ...question,
      columns: columns.map((column) => ({
        ...column,
        codes: column.codes.map((code, row) => (withheld[row] === 1 ? WITHHELD_ANSWER : code)),
      })),
    }
  })
}

function withholdPartlyAsked({ columns }: ReleasedQuestion, classes: ClassRows, withheld: Uint8Array): void {
  const { codes } = columns[0]!
  for (const rows of classes) {
    const notAsked = rows.filter((row) => codes[row] === NOT_ASKED).length
    if (notAsked > 0 && notAsked < rows.length) for (const row of rows) withheld[row] = 1
  }
}

function withholdRare(
  question: ReleasedQuestion,
  classes: ClassRows,
  withheld: Uint8Array,
  k: number,
  random: () => number,
): void {
  const rare = rareAnswers(question, withheld.length, k)
  if (!rare.includes(1)) return
  const numbers = answerNumbers(question, withheld.length)
  const visible = (rows: readonly number[]) =>
    rows.filter((row) => withheld[row] === 0 && isAnswered(question, row))
  let count = 0
  const withhold = (row: number) => {
    withheld[row] = 1
    count++
  }
  for (const rows of classes) {
    const singled = visible(rows).filter((row) => rare[row] === 1)
    if (singled.length === 0) continue
    for (const row of singled) withhold(row)
    for (const row of commonFirst(visible(rows), numbers, k - singled.length, random)) withhold(row)
  }
  const largest = classes.map(visible).sort((a, b) => b.length - a.length)
  for (const rows of count === 0 ? [] : largest) {
    for (const row of commonFirst(rows, numbers, k - count, random)) withhold(row)
  }
}

/** Where the answers that are left of a class are all the same, withholds those too. */
function withholdUnanimous(question: ReleasedQuestion, classes: ClassRows, withheld: Uint8Array): void {
  const numbers = answerNumbers(question, withheld.length)
  for (const rows of classes) {
    const left = rows.filter((row) => withheld[row] === 0 && numbers[row] !== -1)
    if (new Set(left.map((row) => numbers[row])).size === 1) for (const row of left) withheld[row] = 1
  }
}

/** So many rows of those that there are, each time one of the most common answer among those left. */
function commonFirst(
  rows: readonly number[],
  numbers: Int32Array,
  wanted: number,
  random: () => number,
): number[] {
  const byAnswer = new Map<number, number[]>()
  for (const row of rows) {
    const answer = numbers[row]!
    byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), row])
  }
  const left = [...byAnswer.values()]
  return Array.from({ length: Math.max(0, Math.min(wanted, rows.length)) }, () => {
    const most = left.reduce((a, b) => (b.length > a.length ? b : a))
    return most.splice(Math.floor(random() * most.length), 1)[0]!
  })
}
