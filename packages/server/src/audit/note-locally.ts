import type { Prisma } from '../generated/prisma/client.ts'
import type { AuditNote } from './audit-note.ts'
import { storableNote } from './storable-note.ts'

/** Who changes something without a request: commands, and the service itself when it starts. No account is called so. */
export type LocalActor = 'command line' | 'service'

/** Who of staff changes something. */
export interface StaffActor {
  readonly account: string | undefined
}

/** Writes down at once what is changed: in a transaction, with the change or not at all. */
export async function noteLocally(
  prisma: Prisma.TransactionClient,
  by: LocalActor | StaffActor,
  note: Pick<AuditNote, 'subject' | 'waves' | 'asked' | 'digests'>,
): Promise<void> {
  const isLocal = typeof by === 'string'
  const account = isLocal ? by : (by.account ?? null)
  const told = storableNote({ ...note, action: 'MUTATION', format: isLocal ? by : 'graphql' })
  const { waves, digests } = told
  const at = new Date(Math.floor(Date.now() / 1000) * 1000)
  await prisma.auditEntry.create({
    data: { ...told, waves: [...waves], digests: [...digests], at, account, role: 'STAFF', times: 1 },
  })
}
