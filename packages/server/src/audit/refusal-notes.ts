import type { AuditNote } from './audit-note.ts'

const refusals: readonly unknown[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'TOO_COSTLY', 'RATE_LIMITED']

/** What the audit log is told of an error: something where it refused what was asked, nothing where that was wrong. */
export function refusalNotes(code: unknown, subject: string, format: string): AuditNote[] {
  if (!refusals.includes(code)) return []
  const nothing = { waves: [], asked: {}, digests: [] }
  return [{ action: 'REFUSAL', subject, format, ...nothing, refusal: String(code) }]
}
