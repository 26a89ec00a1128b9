import type { Count, Question } from '../audit/find-changes.ts'
import { noAnswer } from './answer-links.ts'
import type { RowKind } from './row-kinds.ts'
import { byAnswer, type RowSet } from './row-program.ts'
import type { ReleasedQuestion } from './withhold-answers.ts'

/** What must be able to differ, and the sets of rows that it is about. */
export interface SuspectedRows {
  readonly rowSets: readonly RowSet[]
  /** Each of its counts is how many rows of a set, by its number, are of a secret's atoms. */
  readonly suspected: readonly Question[]
}

/**
 * What readers must not know of secrets: how many rows of a kind are theirs, how many of them gave an answer, or that
 * they all gave the same. That nobody named an option may be known, and that nobody answered.
 *
 * @param secrets sets of atoms of fewer than k respondents
 */
export function suspectedRows(
  kinds: readonly RowKind[],
  questions: readonly ReleasedQuestion[],
  secrets: readonly (readonly number[])[],
): SuspectedRows {
  const single = kinds.map((_, kind): RowSet => [kind])
  const columns = questions.flatMap((question) => question.columns)
  const answers = columns.map(({ option }, column) =>
    byAnswer(kinds, column).filter((rows) => {
      const answer = kinds[rows[0]!]!.answers[column]!
      return answer < noAnswer && (option === null || answer === 1)
    }),
  )
  const rowSets = [...single, ...answers.flat()]
  const counted = new Map(rowSets.map((rows, place) => [rows, place]))
  const suspected = secrets.flatMap((atoms) => {
    const countOf = (rows: RowSet): Count => ({
      answer: counted.get(rows)!,
      atoms,
      isZero: rows.every((kind) => atoms.every((atom) => kinds[kind]!.counts[atom] === 0)),
    })
    const isGiven = ({ isZero }: Count) => !isZero
    const alone = answers.flatMap((sets, column) => {
      const counts = sets.map(countOf)
      const isUnanimous = columns[column]!.option === null && counts.filter(isGiven).length === 1
      return isUnanimous && counts.length > 1 ? [{ counts: counts.filter(({ isZero }) => isZero) }] : []
    })
    return [
      ...rowSets
        .map(countOf)
        .filter(isGiven)
        .map((count) => ({ counts: [count] })),
      ...alone,
    ]
  })
  return { rowSets, suspected }
}
