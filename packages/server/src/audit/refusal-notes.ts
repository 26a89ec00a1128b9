import type { AuditNote } from './audit-note.ts'

const refusals: readonly unknown[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'TOO_COSTLY', 'RATE_LIMITED']

/** What was asked of tables and waves. */
export type TableAsked = Pick<AuditNote, 'waves' | 'asked'>

const nothing: TableAsked = { waves: [], asked: {} }

/** Whether the code of an error says that what was asked was refused, not wrong. */
export const isRefusal = (code: unknown) => refusals.includes(code)

/** What the audit log is told of an error: something where it refused what was asked, nothing where that was wrong. */
export function refusalNotes(
  code: unknown,
  subject: string,
  format: string,
  { waves, asked } = nothing,
): AuditNote[] {
  if (!isRefusal(code)) return []
  return [{ action: 'REFUSAL', subject, format, waves, asked, digests: [], refusal: String(code) }]
}

/** What of a question about a table is written down when it is refused. */
const parts = ['rows', 'columns', 'of', 'by', 'filter', 'weighted', 'confidenceLevel']

/** What was asked by arguments of fields that tell of tables or waves. */
export function tableAsked(given: readonly Readonly<Record<string, unknown>>[]): TableAsked {
  const waves = given
    .flatMap(({ waves, wave, input }) =>
      [waves, wave, (input as { readonly wave?: unknown } | null)?.wave].flat(),
    )
    .filter((code) => typeof code === 'string')
  const tables = given
    .map((one) => Object.fromEntries(parts.flatMap((part) => (one[part] == null ? [] : [[part, one[part]]]))))
    .filter((table) => Object.keys(table).length > 0)
  return { waves: [...new Set(waves)], asked: tables.length > 1 ? { tables } : (tables[0] ?? {}) }
}

/** What was asked by the parameters of an address. */
export function parametersAsked(params: URLSearchParams): TableAsked {
  const given = [...new Set(params.keys())].map((name) => [name, params.getAll(name).join()] as const)
  const { waves, ...others } = Object.fromEntries(given)
  return tableAsked([{ ...others, ...(waves && { waves: waves.split(',') }) }])
}
