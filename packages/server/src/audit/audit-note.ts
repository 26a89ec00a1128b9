import type { AuditAction } from '../generated/prisma/enums.ts'

/** What was asked or changed: never the answer, never a secret. */
export interface AuditNote {
  readonly action: AuditAction
  /** The table, file or mutation; of a refusal, what was refused. */
  readonly subject: string
  readonly waves: readonly string[]
  /** What was given with it: what JSON can say. */
  readonly asked: object
  readonly format: string
  /** Of the releases it was made from. */
  readonly digests: readonly string[]
  /** The code of the error, where it was refused. */
  readonly refusal?: string
}

const notes = new WeakMap<object, AuditNote[]>()

/** Notes what a request asked, by its context; the audit log takes the notes when the request is answered. */
export function noteAsked(context: object, note: AuditNote): void {
  notes.set(context, [...(notes.get(context) ?? []), note])
}

/** What a request asked so far. */
export function notesOf(context: object): readonly AuditNote[] {
  return notes.get(context) ?? []
}
