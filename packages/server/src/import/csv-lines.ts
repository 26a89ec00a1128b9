import { Buffer, isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import type { ImportProblem } from './import-problem.ts'
import type { AnswerLine } from './source-table.ts'

/** The bytes of a file, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Reads the lines of CSV (UTF-8) one by one, or says where it is not; nothing for empty lines. */
export async function* csvLines(
  chunks: Chunks,
  delimiter = ',',
  more: Options = {},
): AsyncGenerator<AnswerLine | ImportProblem> {
  const file = checked(chunks)
  // One character a byte, so that every field that is not UTF-8 can be named.
  const parser = parse({
    delimiter,
    encoding: 'latin1',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    ...more,
  })
  const source = Readable.from(file.pieces())
  source.on('error', (error) => parser.destroy(error)).pipe(parser)
  let header: string[] | undefined
  let row = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++
      if (record.length === 1 && record[0] === '') continue
      const fields = record.map(decoded)
      const wrong = fields.flatMap((field, place) =>
        field === undefined
          ? [wrongEncoding(row, (row > 1 && header?.[place]) || null, JSON.stringify(record[place]))]
          : [],
      )
      header ??= record
      if (wrong.length > 0) yield* wrong
      else yield { row, fields: fields as string[] }
    }
  } catch (error) {
    if (error instanceof WideText) yield wrongEncoding(null, null, 'the file (UTF-16)')
    else if (!(error instanceof CsvError)) throw error
    else if (!file.isText()) yield wrongEncoding(null, null, 'the file')
    else yield malformed(error)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

class WideText extends Error {}

/** Passes bytes on without their byte order mark, and sees whether they are UTF-8. */
function checked(chunks: Chunks) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = true
  const check = (chunk: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: true })
    } catch {
      text = false
    }
  }
  async function* pieces(): AsyncGenerator<Buffer> {
    let start: Buffer | undefined = Buffer.alloc(0)
    for await (const chunk of chunks) {
      check(chunk)
      if (start === undefined) {
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        continue
      }
      // Three bytes tell the mark.
      start = Buffer.concat([start, chunk])
      if (start.length < 3) continue
      yield withoutMark(start)
      start = undefined
    }
    if (start !== undefined && start.length > 0) yield withoutMark(start)
  }
  return { pieces, isText: () => text }
}

function withoutMark(piece: Buffer): Buffer {
  const mark = (piece[0] ?? 0) * 256 + (piece[1] ?? 0)
  if (mark === 0xfeff || mark === 0xfffe || piece[0] === 0 || piece[1] === 0) throw new WideText()
  return piece.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? piece.subarray(3) : piece
}

/** A NUL is UTF-8, but no text: PostgreSQL does not store it. */
function decoded(field: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII without NUL is what most fields are.
  if (/^[\x01-\x7f]*$/.test(field)) return field
  const bytes = Buffer.from(field, 'latin1')
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined
}

function wrongEncoding(row: number | null, column: string | null, found: string): ImportProblem {
  const message = `${found} is not text in UTF-8; save the file as UTF-8 and import it again`
  return { row, column, code: 'WRONG_ENCODING', message }
}

function malformed(error: CsvError): ImportProblem {
  const row = typeof error.records === 'number' ? error.records + 1 : null
  return { row, column: null, code: 'MALFORMED_CSV', message: error.message }
}
