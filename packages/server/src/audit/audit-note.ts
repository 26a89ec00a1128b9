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
  const own = notes.get(context)
  if (own === undefined) notes.set(context, [note])
  else own.push(note)
}

/** What staff read by GraphQL of a wave before it is released. */
interface Read extends Pick<AuditNote, 'action' | 'subject' | 'asked'> {
  readonly wave: string
}

/** Notes that staff read what is not released. */
export function noteRead(context: object, { wave, ...note }: Read): void {
  noteAsked(context, { ...note, waves: [wave], format: 'graphql', digests: [] })
}

/** Notes of a request that are written down one by one. */
const mostAlone = 10

/** What a request asked so far; where that is a lot, what is of one kind together, in the order of the first of each. */
export function notesOf(context: object): readonly AuditNote[] {
  const all = notes.get(context) ?? []
  if (all.length <= mostAlone) return all
  const kinds = new Map<string, AuditNote[]>()
  for (const [index, { action, subject, format, refusal }] of all.entries()) {
    // Each change is told for itself.
    const kind = JSON.stringify([action, subject, format, refusal, action === 'MUTATION' && index])
    const alike = kinds.get(kind)
    if (alike === undefined) kinds.set(kind, [all[index]!])
    else alike.push(all[index]!)
  }
  return [...kinds.values()].map(together)
}

function together(alike: readonly AuditNote[]): AuditNote {
  if (alike.length === 1) return alike[0]!
  return {
    ...alike[0]!,
    waves: [...new Set(alike.flatMap(({ waves }) => waves))],
    asked: { all: alike.map(({ asked }) => asked) },
    digests: [...new Set(alike.flatMap(({ digests }) => digests))],
  }
}
