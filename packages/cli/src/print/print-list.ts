import { textTable } from './text-table.ts'

/** What commands that give a list take. */
export const listFormat = {
  format: { choices: ['table', 'csv', 'json'], default: 'table', description: 'how to print it' },
} as const

type Row = Readonly<Record<string, string | number>>

/** Prints things of one kind, a line each. */
export function printList(rows: readonly Row[], format: string): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  const names = Object.keys(rows[0] ?? {})
  const fields = rows.map((row) => names.map((name) => String(row[name])))
  if (format === 'csv') return [names, ...fields].map(csvLine).join('')
  if (rows.length === 0) return 'None.\n'
  const isNumber = (name: string) => rows.every((row) => typeof row[name] === 'number' || row[name] === '')
  return textTable(
    names.map((head) => ({ head, isNumber: isNumber(head) && rows.some((row) => row[head] !== '') })),
    fields,
  )
}

/** After RFC 4180. */
function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join()}\r\n`
}
