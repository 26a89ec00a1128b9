import type { Database } from '../database/database.ts'

/** Empties the audit log, which the service cannot: the database refuses it unless its triggers are off. */
export function emptyAuditLog({ withSql }: Database): Promise<void> {
  return withSql(({ execute }) =>
    execute(
      'ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL; DELETE FROM "AuditEntry"; ALTER TABLE "AuditEntry" ENABLE TRIGGER ALL',
    ),
  )
}
