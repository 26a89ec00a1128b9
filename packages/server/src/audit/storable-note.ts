import type { Prisma } from '../generated/prisma/client.ts'
import type { AuditNote } from './audit-note.ts'
import { shortened } from './shortened.ts'

/** A note as it is written down. */
export interface StorableNote extends AuditNote {
  readonly asked: Prisma.InputJsonObject
}

/** As long as a secret. */
const long = /[\w-]{40,}/g

/** As people write the codes of invitations: in groups, or as sixteen letters and figures. */
const invitation = /\b\w{4}(?:[\s\p{Pd}]+\w{4}){3}\b|\b(?=[A-Za-z]*\d)[0-9A-Za-z]{16}\b/gu

/** Words of small letters with marks between, as codes are and secrets are not. */
const code = /^[a-z]{1,30}\d{0,6}([-_]([a-z]{1,30}\d{0,6}|\d{1,6}))*$/

/** The same note is taken down each time that an answer is given from memory. */
const known = new WeakMap<AuditNote, StorableNote>()

/**
 * A note as the database can keep it, and ought to: PostgreSQL takes no NUL and no half of a character, anybody may send
 * a lot, and what looks like a secret is one that somebody put in a place for something else.
 */
export function storableNote(note: AuditNote): StorableNote {
  const made = known.get(note) ?? storable(note)
  known.set(note, made)
  return made
}

function storable({ subject, waves, asked, digests, ...note }: AuditNote): StorableNote {
  // What was answered was codes that there are; what was refused or is to be changed, anything that somebody sent.
  const isChecked = note.action === 'TABLE' || note.action === 'FILE'
  const write = isChecked ? storableText : (text: string) => withoutSecrets(storableText(text))
  return {
    ...note,
    subject: shortened(subject, write, 200),
    waves: shortened(waves, write, 4000),
    asked: shortened(JSON.parse(JSON.stringify(asked)), write) as Prisma.InputJsonObject,
    digests: shortened(digests, storableText, 8000),
  }
}

/** A text without what PostgreSQL does not take. */
export const storableText = (text: string) => Buffer.from(text).toString().replaceAll('\0', '\uFFFD')

const withoutSecrets = (text: string) =>
  text.replace(invitation, '…').replace(long, (part) => (code.test(part) ? part : '…'))
