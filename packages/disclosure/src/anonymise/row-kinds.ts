import type { GroupSystem } from '../plan/group-system.ts'
import { noAnswer } from './answer-links.ts'
import type { ClassRows, ReleasedQuestion } from './withhold-answers.ts'

/** Rows that say the same: of one class, with the same answers to some questions. */
export interface RowKind {
  readonly classPlace: number
  /** By column of the questions, the answer; all that is no answer counts as one. */
  readonly answers: readonly number[]
  /** By atom of respondents, how many of these rows are theirs. */
  readonly counts: Float64Array
}

/** Of more kinds and atoms nobody waits for what follows. */
const mostCounts = 2_000_000

/** Puts rows of a class that say the same of these questions together; undefined where there are too many kinds. */
export function rowKinds(
  { sizes, atomOf }: Pick<GroupSystem, 'sizes' | 'atomOf'>,
  classes: ClassRows,
  questions: readonly ReleasedQuestion[],
): RowKind[] | undefined {
  const columns = questions.flatMap((question) => question.columns.map(({ codes }) => codes))
  const kinds = new Map<string, RowKind>()
  for (const [classPlace, rows] of classes.entries()) {
    for (const row of rows) {
      const answers = columns.map((codes) => Math.min(codes[row]!, noAnswer))
      const key = `${classPlace}/${answers}`
      const kind = kinds.get(key) ?? { classPlace, answers, counts: new Float64Array(sizes.length) }
      kinds.set(key, kind)
      kind.counts[atomOf[row]!]!++
      if (kinds.size * sizes.length > mostCounts) return undefined
    }
  }
  return [...kinds.values()]
}
