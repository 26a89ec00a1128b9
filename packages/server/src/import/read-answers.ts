import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { type Answers, wasAsked } from './answers.ts'
import type { ImportProblem } from './import-problem.ts'
import { columnsOf, readAnswer } from './read-answer.ts'
import { type CsvTable, readCsv } from './read-csv.ts'

/** The column that tells rows apart within the file. It is checked and not kept. */
const respondentColumn = 'respondent'

/** Reads the answers of a wave from CSV, or says everything that is wrong in it. */
export function readAnswers(
  variables: readonly CodebookVariable[],
  bytes: Uint8Array,
): { readonly answers: Answers[] } | { readonly problems: ImportProblem[] } {
  const table = readCsv(bytes)
  if ('problems' in table) return table
  const headerProblems = checkHeader(variables, table.header)
  if (headerProblems.length > 0) return { problems: headerProblems }
  const place = new Map(table.header.map((column, index) => [column, index]))
  const whole = table.rows.filter(({ fields }) => fields.length === table.header.length)
  const rows = whole.map(({ row, fields }) => ({
    respondent: fields[place.get(respondentColumn)!]!.trim(),
    row,
    ...readRow(variables, row, (column) => fields[place.get(column)!]!),
  }))
  const problems = [
    ...checkLengths(table),
    ...checkRespondents(rows),
    ...rows.flatMap((row) => row.problems),
    ...(whole.length === table.rows.length ? checkWeights(variables, rows) : []),
  ]
  if (problems.length === 0) return { answers: rows.map((row) => row.answers) }
  return { problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
}

function checkHeader(variables: readonly CodebookVariable[], header: readonly string[]): ImportProblem[] {
  const expected = [respondentColumn, ...variables.flatMap(columnsOf)]
  const problem = (code: ImportProblem['code'], column: string, message: string) => ({
    row: 1,
    column,
    code,
    message,
  })
  const separators =
    header.length === 1 && header[0]!.includes(';') ? '; the file seems to be cut by semicolons' : ''
  return [
    ...expected
      .filter((column) => !header.includes(column))
      .map((column) => problem('MISSING_COLUMN', column, `the column ${column} is missing${separators}`)),
    ...header
      .filter((column) => !expected.includes(column))
      .map((column) =>
        problem(
          'UNKNOWN_COLUMN',
          column,
          `"${column}" is not in the codebook of this wave; take the column out`,
        ),
      ),
    ...header
      .filter((column, index) => header.indexOf(column) < index)
      .map((column) => problem('REPEATED_COLUMN', column, `the column ${column} stands here twice`)),
  ]
}

function checkLengths({ header, rows }: CsvTable): ImportProblem[] {
  return rows
    .filter(({ fields }) => fields.length !== header.length)
    .map(({ row, fields }) => ({
      row,
      column: null,
      code: 'WRONG_NUMBER_OF_FIELDS',
      message: `this row has ${fields.length} fields, the header ${header.length}`,
    }))
}

function readRow(variables: readonly CodebookVariable[], row: number, field: (column: string) => string) {
  const answers: Record<string, string | number | readonly string[]> = {}
  const problems: ImportProblem[] = []
  const unread = new Set<string>()
  for (const variable of variables) {
    const columns = columnsOf(variable)
    const read = readAnswer(variable, columns.map(field))
    if (!('value' in read)) {
      problems.push({ row, ...read })
      unread.add(variable.code)
    } else if (read.value !== undefined) {
      answers[variable.code] = read.value
      const routable = !unread.has(variable.askedIf?.variable ?? '')
      if (routable && !wasAsked(variable.askedIf, answers))
        problems.push(excluded(row, variable, columns[0]!))
    }
  }
  return { answers, problems }
}

function excluded(row: number, { code, askedIf }: CodebookVariable, column: string): ImportProblem {
  const condition = `${askedIf?.variable} is ${askedIf?.in.join(' or ')}`
  const message = `${code} is asked only if ${condition}, which is not so here; leave it empty`
  return { row, column, code: 'EXCLUDED_BY_ROUTING', message }
}

function checkRespondents(rows: readonly { respondent: string; row: number }[]): ImportProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ respondent, row }): ImportProblem[] => {
    const at = { row, column: respondentColumn }
    if (respondent === '')
      return [{ ...at, code: 'MISSING_RESPONDENT', message: 'the respondent number is empty' }]
    const earlier = first.get(respondent)
    if (earlier === undefined) {
      first.set(respondent, row)
      return []
    }
    const message = `respondent ${respondent} already stands in row ${earlier}`
    return [{ ...at, code: 'DUPLICATE_RESPONDENT', message }]
  })
}

/** Says nothing of the mean while some weight cannot be read. */
function checkWeights(
  variables: readonly CodebookVariable[],
  rows: readonly { readonly answers: Answers }[],
): ImportProblem[] {
  const column = variables.find((variable) => variable.measurement === 'weight')?.code
  if (column === undefined || rows.length === 0) return []
  const weights = rows.map(({ answers }) => answers[column])
  if (weights.includes(undefined)) return []
  const mean = weights.reduce<number>((sum, weight) => sum + Number(weight), 0) / rows.length
  if (Math.abs(mean - 1) <= 0.01) return []
  const message = `the weights have a mean of ${mean.toFixed(4)}; divide them by it, so that it is 1`
  return [{ row: null, column, code: 'WEIGHTS_NOT_MEAN_ONE', message }]
}
