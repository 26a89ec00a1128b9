import { Buffer, isUtf8 } from 'node:buffer'
import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { type Chunks, csvLines } from '../csv-lines.ts'
import type { ImportProblem } from '../import-problem.ts'
import { columnsOf } from '../read-answer.ts'
import { type AnswerLine, describeVariable, type SourceTable } from '../source-table.ts'
import { textDecoder } from '../text-decoder.ts'
import { planFields, type TripleSPart, type TripleSRow } from './plan-fields.ts'
import { readDefinition, type TripleSDefinition, type TripleSVariable } from './read-definition.ts'

/** A definition that was read, and what its answers become. */
export interface TripleS extends Omit<SourceTable, 'lines'> {
  /** The file of answers, where the definition names it. */
  readonly href: string | undefined
  /** Reads the answers. */
  readonly linesOf: (data: Chunks) => SourceTable['lines']
}

/** Reads a Triple-S definition (XML 2.0): its variables as a codebook, and how its data (fixed or CSV) is answers to it. */
export function readTripleS(
  definition: Buffer,
  known: readonly CodebookVariable[] = [],
): TripleS | { readonly problems: ImportProblem[] } {
  try {
    const encoding = encodingOf(definition)
    if (encoding === 'utf-8' && !isUtf8(definition))
      throw new RangeError('its texts are not in UTF-8; save it in the encoding that it says')
    const read = readDefinition(textDecoder(encoding)(definition))
    const { parts, respondent, leftOut } = planFields(read, known)
    return {
      href: read.href,
      variables: parts.map(({ variable }) => variable),
      columns: [
        ...parts.map(({ names, variable }) => ({
          column: names.join(),
          understood: describeVariable(variable),
        })),
        ...leftOut,
      ],
      linesOf: (data) => tripleSLines(inUtf8(data, encoding), read, parts, respondent),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `this is not a Triple-S definition that can be read: ${error.message}`
    return { problems: [{ row: null, column: null, code: 'MALFORMED_TRIPLE_S', message }] }
  }
}

/** The encoding that a definition says it has, and its data with it: older software writes ISO-8859-1. */
function encodingOf(definition: Buffer): string {
  const [, said = 'utf-8'] =
    /^(?:\xEF\xBB\xBF)?<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(definition.toString('latin1', 0, 200)) ?? []
  return /^(us-ascii|iso-8859-1|windows-1252)$/i.test(said) ? said : 'utf-8'
}

async function* inUtf8(data: Chunks, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of data)
    yield encoding === 'utf-8' ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))
}

async function* tripleSLines(
  data: Chunks,
  { format, skip, variables }: TripleSDefinition,
  parts: readonly TripleSPart[],
  respondent: TripleSVariable | undefined,
): AsyncGenerator<AnswerLine | ImportProblem> {
  yield { row: 1, fields: ['respondent', ...parts.flatMap(({ variable }) => columnsOf(variable))] }
  // A fixed line is read as a line of CSV with one field: no character of it is a mark.
  const lines = format === 'csv' ? csvLines(data) : csvLines(data, '\u0001', { quote: null })
  const last = Math.max(...variables.map(({ finish }) => finish))
  for await (const line of lines) {
    // What stands in the first line are answers, not names of columns.
    if (!('fields' in line)) yield { ...line, column: null }
    else if (line.row > skip) {
      const { row, fields } = line
      if (format === 'csv' && fields.length < last) yield tooShort(row, fields.length, last)
      else {
        const at: TripleSRow =
          format === 'csv'
            ? (start) => fields[start - 1] ?? ''
            : (start, finish) => fields[0]!.slice(start - 1, finish)
        const name = respondent === undefined ? String(row) : at(respondent.start, respondent.finish).trim()
        yield { row, fields: [name, ...parts.flatMap((part) => part.fields(at))] }
      }
    }
  }
}

function tooShort(row: number, has: number, last: number): ImportProblem {
  const message = `this row has ${has} fields, but the definition has one at ${last}`
  return { row, column: null, code: 'WRONG_NUMBER_OF_FIELDS', message }
}
