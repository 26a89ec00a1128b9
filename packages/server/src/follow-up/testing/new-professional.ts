import { createApp } from '../../app.ts'
import type { Database } from '../../database/database.ts'
import { closedAfterFile } from '../../testing/after-file.ts'

/** Makes an account for a professional, and the service as they use it. */
export async function newProfessional(database: Database, name: string) {
  const { id } = await database.prisma.staffAccount.create({ data: { kind: 'PROFESSIONAL', name } })
  const app = closedAfterFile(
    createApp(database, { viewer: { role: 'PROFESSIONAL' }, account: id, auditLogDays: 365 }),
  )
  return { id, app }
}
