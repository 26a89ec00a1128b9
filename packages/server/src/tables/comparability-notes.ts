import type { ReleaseCodebook, ReleasedVariable } from '../release/release-codebook.ts'
import { changeNote, type QuestionChange, questionChanges } from './question-changes.ts'

/** A caution on comparing a variable over waves. */
export interface ComparabilityNote {
  /** Code of the wave in which it changed. */
  readonly wave: string
  readonly variable: string
  readonly note: { readonly nl: string; readonly en: string }
  /** What differs from the latest earlier of the given waves that asked it; empty where none did. */
  readonly changes: readonly QuestionChange[]
}

/**
 * The notes on every variable of some waves, the earliest wave first: what staff wrote, and where they wrote none
 * what differs between the codebooks. Waves follow each other by the start of their fieldwork, then by code; those
 * whose release has no date come first, for it is older.
 */
export function comparabilityNotes(codebooks: readonly ReleaseCodebook[]): ComparabilityNote[] {
  const latest = new Map<string, { wave: string; variable: ReleasedVariable }>()
  const inTime = codebooks.toSorted((a, b) => (timeKey(a) < timeKey(b) ? -1 : 1))
  return inTime.flatMap(({ wave: { code: wave }, variables }) =>
    variables.flatMap((variable) => {
      const before = latest.get(variable.code)
      latest.set(variable.code, { wave, variable })
      const changes = before === undefined ? [] : questionChanges(before.variable, variable)
      const automatic = before && changes.length > 0 ? changeNote(changes, before.wave) : undefined
      const note = variable.comparabilityNote ?? automatic
      return note === undefined ? [] : [{ wave, variable: variable.code, note, changes }]
    }),
  )
}

function timeKey({ wave: { fieldworkFrom = '', code } }: ReleaseCodebook): string {
  return `${fieldworkFrom} ${code}`
}
