import { Buffer, isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import type { ImportProblem } from './import-problem.ts'

/** A CSV file as its header and its rows, which may differ in length; `row` is counted as a spreadsheet does. */
export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly row: number; readonly fields: readonly string[] }[]
}

/** Reads CSV (UTF-8, commas, a header), or says where it is not. */
export function readCsv(bytes: Uint8Array): CsvTable | { readonly problems: ImportProblem[] } {
  const file = withoutByteOrderMark(Buffer.from(bytes))
  if (!isPlainText(file)) return { problems: encodingProblems(file) }
  const lines = parseLines(file.toString('utf8'))
  if ('problem' in lines) return { problems: [lines.problem] }
  const [header = [], ...rest] = lines
  const rows = rest.flatMap((fields, index) =>
    fields.length === 1 && fields[0] === '' ? [] : [{ row: index + 2, fields }],
  )
  return { header, rows }
}

function withoutByteOrderMark(file: Buffer): Buffer {
  return file.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? file.subarray(3) : file
}

/** A NUL is UTF-8, but no text: it comes from UTF-16 without a mark, and PostgreSQL does not store it. */
function isPlainText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0)
}

function parseLines(text: string): string[][] | { problem: ImportProblem } {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error.records === 'number' ? error.records + 1 : null
    return { problem: { row, column: null, code: 'MALFORMED_CSV', message: error.message } }
  }
}

/** Reads the bytes one character each, so that every field that is not UTF-8 can be named. */
function encodingProblems(file: Buffer): ImportProblem[] {
  const wrong = (row: number | null, column: string | null, found: string): ImportProblem => ({
    row,
    column,
    code: 'WRONG_ENCODING',
    message: `${found} is not text in UTF-8; save the file as UTF-8 and import it again`,
  })
  const mark = (file[0] ?? 0) * 256 + (file[1] ?? 0)
  if (mark === 0xfeff || mark === 0xfffe || file[0] === 0 || file[1] === 0) {
    return [wrong(null, null, 'the file (UTF-16)')]
  }
  const lines = parseLines(file.toString('latin1'))
  if ('problem' in lines) return [wrong(null, null, 'the file')]
  const header = lines[0] ?? []
  const problems = lines.flatMap((fields, index) =>
    fields.flatMap((field, place) =>
      isPlainText(Buffer.from(field, 'latin1'))
        ? []
        : [wrong(index + 1, header[place] ?? null, JSON.stringify(field))],
    ),
  )
  return problems.length > 0 ? problems : [wrong(null, null, 'the file')]
}
