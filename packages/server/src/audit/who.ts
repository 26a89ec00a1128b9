import type { Caller, Viewer } from '../context.ts'
import type { AuditNote } from './audit-note.ts'

/** Who asks, as the log knows them: never their address. */
export interface Who {
  readonly viewer: Pick<Viewer, 'role'>
  readonly caller: Pick<Caller, 'account'>
}

/** Who was refused before it was known who asks. */
export const nobody: Who = { viewer: { role: 'EVERYONE' }, caller: { account: undefined } }

/** Tells readers apart. */
export const readerOf = ({ caller, viewer }: Who) => `${JSON.stringify(caller.account)} ${viewer.role}`

/** The same note is taken down each time that an answer is given from memory. */
const keys = new WeakMap<AuditNote, string>()

/** Tells notes apart. */
export function keyOf(note: AuditNote): string {
  const key = keys.get(note) ?? JSON.stringify(note)
  keys.set(note, key)
  return key
}
