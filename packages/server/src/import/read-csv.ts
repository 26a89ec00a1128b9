import { Buffer, isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import type { ImportProblem } from './import-problem.ts'

/** A CSV file as its header and its rows; `row` is counted as a spreadsheet does. */
export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly row: number; readonly fields: readonly string[] }[]
}

/** Reads CSV (UTF-8, commas, a header), or says where it is not. */
export function readCsv(bytes: Uint8Array): CsvTable | { readonly problems: ImportProblem[] } {
  const file = Buffer.from(bytes)
  if (!isUtf8(file)) return { problems: encodingProblems(file) }
  const lines = parseLines(file.toString('utf8'))
  if ('problem' in lines) return { problems: [lines.problem] }
  const [header = [], ...rest] = lines
  const rows = rest.flatMap((fields, index) =>
    fields.length === 1 && fields[0] === '' ? [] : [{ row: index + 2, fields }],
  )
  const problems = rows
    .filter(({ fields }) => fields.length !== header.length)
    .map(({ row, fields }) => ({
      row,
      column: null,
      code: 'WRONG_NUMBER_OF_FIELDS' as const,
      message: `this row has ${fields.length} fields, the header ${header.length}`,
    }))
  return problems.length > 0 ? { problems } : { header, rows }
}

function parseLines(text: string): string[][] | { problem: ImportProblem } {
  try {
    return parse(text, { bom: true, relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error.lines === 'number' ? error.lines : null
    return { problem: { row, column: null, code: 'MALFORMED_CSV', message: error.message } }
  }
}

/** Reads the bytes one character each, so that every field that is not UTF-8 can be named. */
function encodingProblems(file: Buffer): ImportProblem[] {
  const wrong = (row: number | null, column: string | null, found: string): ImportProblem => ({
    row,
    column,
    code: 'WRONG_ENCODING',
    message: `${found} is not UTF-8; save the file as UTF-8 and import it again`,
  })
  if ((file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff)) {
    return [wrong(null, null, 'the file (UTF-16)')]
  }
  const lines = parseLines(file.toString('latin1'))
  if ('problem' in lines) return [wrong(null, null, 'the file')]
  const header = lines[0] ?? []
  const problems = lines.flatMap((fields, index) =>
    fields.flatMap((field, place) =>
      isUtf8(Buffer.from(field, 'latin1'))
        ? []
        : [wrong(index + 1, header[place] ?? null, JSON.stringify(field))],
    ),
  )
  return problems.length > 0 ? problems : [wrong(null, null, 'the file')]
}
