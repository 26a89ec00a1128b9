import type { Prisma } from '../generated/prisma/client.ts'
import type { AuditNote } from './audit-note.ts'

/** As long as a secret: of ids none is. */
const secretLike = /[\w-]{40,}/g

/**
 * A note as the database can keep it, and ought to: PostgreSQL takes no NUL and no half of a character, and what looks
 * like a secret is one that somebody put in a place for something else.
 */
export function storableNote({ digests, waves, asked, subject, ...note }: AuditNote) {
  return {
    ...note,
    subject: storableText(subject.slice(0, 200)),
    waves: waves.map(storableText),
    asked: JSON.parse(
      JSON.stringify(asked, (_, value) => (typeof value === 'string' ? storableText(value) : value)),
    ) as Prisma.InputJsonObject,
    digests: [...digests],
  }
}

/** A text without what PostgreSQL does not take, and without secrets. */
export function storableText(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', '\uFFFD').replace(secretLike, '…')
}
