import type { Database } from '../../database/database.ts'
import type { AuditNote } from '../audit-note.ts'

/** What somebody asked, with as little as a note has. */
export const note: AuditNote = {
  action: 'TABLE',
  subject: 'crosstab',
  waves: [],
  asked: {},
  format: 'csv',
  digests: [],
}

/** Who asked it. */
export const who = {
  viewer: { role: 'PARTNER' as const },
  caller: { account: 'a', address: '192.0.2.1' },
}

/** The entries in the order in which they were written, when and by which number left out. */
export async function writtenEntries({ prisma }: Database) {
  const found = await prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
  return found.map(({ id, at, ...entry }) => entry)
}
