import type { ImportProblem } from './import-problem.ts'
import type { AnswerLine, AnswerLines } from './source-table.ts'

/** Leaves columns out of a file of answers; those of a multiple-answer variable go by its code too. */
export function withoutColumns(lines: AnswerLines, names: readonly string[]): AnswerLines {
  return names.length === 0 ? lines : filtered(lines, names)
}

async function* filtered(
  lines: AnswerLines,
  names: readonly string[],
): AsyncGenerator<AnswerLine | ImportProblem> {
  let header: readonly string[] | undefined
  const isNamed = (column: string, name: string) => column === name || column.startsWith(`${name}__`)
  for await (const line of lines) {
    if (!('fields' in line)) {
      yield line
      continue
    }
    header ??= line.fields
    if (header === line.fields)
      yield* missing(
        line,
        names.filter((name) => !header?.some((column) => isNamed(column, name))),
      )
    // A row of another length is told by the length it has.
    const whole = line.fields.length === header.length
    const fields = line.fields.filter(
      (_, place) => !names.some((name) => isNamed(header?.[place] ?? '', name)),
    )
    yield { row: line.row, fields: whole ? fields : line.fields }
  }
}

function missing({ row, fields }: AnswerLine, names: readonly string[]): ImportProblem[] {
  return names.map((column) => ({
    row,
    column,
    code: 'MISSING_COLUMN',
    message: `the column ${column} is not there to be left out; the file has ${fields.join(', ')}`,
  }))
}
