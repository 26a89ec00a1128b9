import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { type Chunks, csvLines } from '../csv-lines.ts'
import type { ImportProblem } from '../import-problem.ts'
import { columnsOf } from '../read-answer.ts'
import { type AnswerLine, describeVariable, type SourceTable } from '../source-table.ts'
import { type LimePart, planQuestions } from './plan-questions.ts'

/**
 * Reads LimeSurvey's CSV export (headings: question codes; answers: answer codes). It says nothing of what the codes
 * mean: `known` variables do, and without them a codebook is drafted from the answers.
 */
export async function readLimeSurvey(
  chunks: () => Chunks,
  known: readonly CodebookVariable[] = [],
): Promise<SourceTable | { readonly problems: ImportProblem[] }> {
  const delimiter = await delimiterOf(chunks())
  const lines = () => csvLines(chunks(), delimiter)
  const { header, values } = await valuesByColumn(lines(), known.length === 0)
  try {
    const { parts, respondent, leftOut } = planQuestions(header, values, known)
    const twice = parts.flatMap(({ names }) => names.filter((name, place) => names.indexOf(name) < place))[0]
    if (twice !== undefined) {
      const message = `the column ${twice} stands here twice`
      return { problems: [{ row: 1, column: twice, code: 'REPEATED_COLUMN', message }] }
    }
    return {
      variables: parts.map(({ variable }) => variable),
      columns: [
        ...parts.map(({ names, variable }) => ({
          column: names.join(', '),
          understood: describeVariable(variable),
        })),
        ...leftOut,
      ],
      lines: limeLines(lines(), header.length, parts, respondent),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `this export of LimeSurvey cannot be read: ${error.message}`
    return { problems: [{ row: null, column: null, code: 'MALFORMED_CSV', message }] }
  }
}

/** LimeSurvey writes commas, semicolons or tabs, as whoever exports chooses. */
async function delimiterOf(chunks: Chunks): Promise<string> {
  for await (const chunk of chunks) {
    const [first = ''] = Buffer.from(chunk).toString('latin1').split(/\r|\n/, 1)
    const outside = first.replaceAll(/"[^"]*"/g, '')
    return [',', ';', '\t'].find((mark) => outside.includes(mark)) ?? ','
  }
  return ','
}

/** More distinct answers than this are not those of a question with categories. */
const maximum = 60

async function valuesByColumn(lines: AsyncIterable<AnswerLine | ImportProblem>, all: boolean) {
  let header: readonly string[] = []
  const values: Set<string>[] = []
  for await (const line of lines) {
    if (!('fields' in line)) continue
    if (header.length === 0) header = line.fields
    else
      for (const [place, field] of line.fields.entries()) {
        values[place] ??= new Set()
        if (values[place].size <= maximum) values[place].add(field.trim())
      }
    if (!all) break
  }
  return { header, values: header.map((_, place) => values[place] ?? new Set<string>()) }
}

async function* limeLines(
  lines: AsyncIterable<AnswerLine | ImportProblem>,
  width: number,
  parts: readonly LimePart[],
  respondent: number,
): AsyncGenerator<AnswerLine | ImportProblem> {
  let isHeader = true
  for await (const line of lines) {
    if (!('fields' in line)) yield line
    else if (isHeader)
      yield { row: 1, fields: ['respondent', ...parts.flatMap(({ variable }) => columnsOf(variable))] }
    else if (line.fields.length !== width) yield line
    else {
      const fields = line.fields.map((field) => (field.trim() === 'N/A' ? '' : field.trim()))
      const name = respondent === -1 ? String(line.row - 1) : fields[respondent]!
      yield { row: line.row, fields: [name, ...parts.flatMap((part) => part.fields(fields))] }
    }
    isHeader = false
  }
}
