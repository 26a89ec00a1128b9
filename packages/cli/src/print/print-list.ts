import { textTable } from './text-table.ts'

/** What commands that give a list take. */
export const listFormat = {
  format: { choices: ['table', 'csv', 'json'], default: 'table', description: 'how to print it' },
} as const

/** Prints things of one kind, a line each, by the names of what is told of each. */
export function printList<Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, string | number>>[],
  format: string,
): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  const fields = rows.map((row) => names.map((name) => String(row[name])))
  if (format === 'csv') return [names, ...fields].map(csvLine).join('')
  if (rows.length === 0) return 'None.\n'
  const isNumber = (name: Name) => rows.every((row) => typeof row[name] === 'number' || row[name] === '')
  return textTable(
    names.map((head) => ({ head, isNumber: isNumber(head) && rows.some((row) => row[head] !== '') })),
    fields,
  )
}

/** After RFC 4180. */
function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join()}\r\n`
}
