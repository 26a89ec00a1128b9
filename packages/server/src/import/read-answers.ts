import { setImmediate } from 'node:timers/promises'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { type Answers, wasAsked } from './answers.ts'
import type { ImportProblem } from './import-problem.ts'
import { columnsOf, readAnswer } from './read-answer.ts'
import type { AnswerLine, AnswerLines } from './source-table.ts'

/** The column that tells rows apart within the file. It is checked and not kept. */
const respondentColumn = 'respondent'

/** More problems than this are counted, not listed: whoever mends the first thousand sees why. */
const listedProblems = 1_000

/** After so many rows others have their turn: reading what is in memory waits for nothing. */
const pausedRows = 50

/** What is done with the answers of a respondent. */
export type TakeAnswers = (answers: Answers) => void | Promise<void>

/** Reads the answers of a wave line by line, or says everything that is wrong in them. */
export async function readAnswers(
  variables: readonly CodebookVariable[],
  lines: AnswerLines,
  take: TakeAnswers,
): Promise<{ readonly respondents: number } | { readonly problems: ImportProblem[] }> {
  const found = listProblems()
  const seen = { respondents: new Map<string, number>(), weights: 0, count: 0 }
  const weight = variables.find(({ measurement }) => measurement === 'weight')?.code
  let reader: RowReader | undefined
  let read = 0
  for await (const line of lines) {
    if (++read % pausedRows === 0) await setImmediate()
    if (!('fields' in line)) found.add([line])
    else if (reader === undefined) {
      // A header that cannot be read is problem enough.
      if (found.anyUnread()) continue
      const problems = checkHeader(variables, line.fields)
      found.add(problems)
      const read = problems.length === 0 ? variables : variables.filter((one) => standsIn(line.fields, one))
      if (read.length === 0) return { problems: found.list() }
      reader = rowReader(read, line.fields)
    } else if (line.fields.length !== reader.width) found.add([wrongLength(line, reader.width)])
    else {
      const { answers, problems } = reader.read(line)
      found.add(checkRespondent(reader.respondent(line), line.row, seen.respondents))
      found.add(problems)
      seen.count++
      seen.weights += weight === undefined ? 1 : Number(answers[weight])
      if (found.none()) await take(answers)
    }
  }
  if (reader === undefined && found.none()) return { problems: checkHeader(variables, []) }
  if (seen.count === 0 && found.none()) found.add([noRespondents])
  if (!found.anyUnread()) found.add(checkWeights(weight, seen.weights, seen.count))
  return found.none() ? { respondents: seen.count } : { problems: found.list() }
}

const noRespondents: ImportProblem = {
  row: null,
  column: null,
  code: 'NO_RESPONDENTS',
  message: 'the file has a header and no respondents; export it again, with its answers',
}

/** Keeps the first problems and counts the others. */
function listProblems() {
  const problems: ImportProblem[] = []
  let more = 0
  let unread = false
  return {
    add: (found: readonly ImportProblem[]) => {
      for (const problem of found) {
        unread ||= unreadCodes.has(problem.code)
        if (problems.length < listedProblems || problem.row === null) problems.push(problem)
        else more++
      }
    },
    none: () => problems.length === 0,
    /** Whether a row could not be read at all. */
    anyUnread: () => unread,
    list: () => [
      ...problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
      ...(more === 0 ? [] : [tooMany(more)]),
    ],
  }
}

const unreadCodes = new Set<ImportProblem['code']>([
  'WRONG_ENCODING',
  'MALFORMED_CSV',
  'MALFORMED_SAV',
  'MALFORMED_TRIPLE_S',
  'WRONG_NUMBER_OF_FIELDS',
])

function tooMany(more: number): ImportProblem {
  const message = `${more} more problems are not listed; mend these first`
  return { row: null, column: null, code: 'TOO_MANY_PROBLEMS', message, more }
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

/** Whether each column of a variable stands in a header once: what its rows have can be looked at then. */
const standsIn = (header: readonly string[], variable: CodebookVariable) =>
  columnsOf(variable).every((column) => header.filter((one) => one === column).length === 1)

function wrongLength({ row, fields }: AnswerLine, width: number): ImportProblem {
  const message = `this row has ${fields.length} fields, the header ${width}`
  return { row, column: null, code: 'WRONG_NUMBER_OF_FIELDS', message }
}

type RowReader = ReturnType<typeof rowReader>

/** Reads rows by their header: the columns of all variables. */
export function rowReader(variables: readonly CodebookVariable[], header: readonly string[]) {
  const columns = variables.map((variable) => ({
    variable,
    places: columnsOf(variable).map((column) => header.indexOf(column)),
  }))
  const codes = new Set(variables.map(({ code }) => code))
  const respondent = header.indexOf(respondentColumn)
  return {
    width: header.length,
    /** Undefined where there is no such column. */
    respondent: ({ fields }: AnswerLine) => fields[respondent]?.trim(),
    read: (line: AnswerLine) => readRow(columns, codes, line),
  }
}

function readRow(
  columns: readonly { readonly variable: CodebookVariable; readonly places: readonly number[] }[],
  codes: ReadonlySet<string>,
  { row, fields }: AnswerLine,
) {
  const answers: Record<string, string | number | readonly string[]> = {}
  const problems: ImportProblem[] = []
  const unread = new Set<string>()
  for (const { variable, places } of columns) {
    const read = readAnswer(
      variable,
      places.map((place) => fields[place]!),
    )
    if (!('value' in read)) {
      problems.push({ row, ...read })
      unread.add(variable.code)
    } else if (read.value !== undefined) {
      answers[variable.code] = read.value
      const gate = variable.askedIf?.variable
      const routable = gate === undefined || (codes.has(gate) && !unread.has(gate))
      if (routable && !wasAsked(variable.askedIf, answers))
        problems.push(excluded(row, variable, columnsOf(variable)[0]!))
    }
  }
  return { answers, problems }
}

function excluded(row: number, { code, askedIf }: CodebookVariable, column: string): ImportProblem {
  const condition = `${askedIf?.variable} is ${askedIf?.in.join(' or ')}`
  const message = `${code} is asked only if ${condition}, which is not so here; leave it empty`
  return { row, column, code: 'EXCLUDED_BY_ROUTING', message }
}

function checkRespondent(
  respondent: string | undefined,
  row: number,
  first: Map<string, number>,
): ImportProblem[] {
  if (respondent === undefined) return []
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
}

/** Says nothing of the mean where some weight could not be read. */
function checkWeights(column: string | undefined, sum: number, count: number): ImportProblem[] {
  const mean = sum / count
  if (column === undefined || count === 0 || Number.isNaN(mean) || Math.abs(mean - 1) <= 0.01) return []
  const message = `the weights have a mean of ${mean.toFixed(4)}; divide them by it, so that it is 1`
  return [{ row: null, column, code: 'WEIGHTS_NOT_MEAN_ONE', message }]
}
