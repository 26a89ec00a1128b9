import type { Prisma } from '../generated/prisma/client.ts'
import type { AuditNote } from './audit-note.ts'
import { storableNote } from './storable-note.ts'

/** Who changes something without a request: commands, and the service itself when it starts. No account is called so. */
export type LocalActor = 'command line' | 'service'

/** Writes down at once what was changed without a request: in a transaction, with the change or not at all. */
export async function noteLocally(
  prisma: Prisma.TransactionClient,
  account: LocalActor,
  note: Pick<AuditNote, 'subject' | 'waves' | 'asked' | 'digests'>,
): Promise<void> {
  const told = storableNote({ ...note, action: 'MUTATION', format: account })
  const at = new Date(Math.floor(Date.now() / 1000) * 1000)
  await prisma.auditEntry.create({ data: { ...told, at, account, role: 'STAFF', times: 1 } })
}
