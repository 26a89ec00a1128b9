import type { Buffer } from 'node:buffer'
import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import type { ImportProblem } from '../import-problem.ts'
import { columnsOf } from '../read-answer.ts'
import {
  type AnswerLine,
  describeVariable,
  type SourceTable,
  type UnderstoodColumn,
} from '../source-table.ts'
import { planColumns, type SavPart } from './plan-columns.ts'
import { readSavDictionary, type SavDictionary } from './sav-dictionary.ts'
import { savRows } from './sav-rows.ts'

/**
 * Reads an SPSS file: its labels, levels and multiple-response sets as a codebook, its rows as answers to it.
 * `known` are the variables that a wave has already: they say how a column is meant.
 */
export function readSav(
  file: Buffer,
  known: readonly CodebookVariable[] = [],
): SourceTable | { readonly problems: ImportProblem[] } {
  try {
    const dictionary = readSavDictionary(file)
    const { parts, respondent, leftOut } = planColumns(file, dictionary, known)
    const variables = parts.map(({ variable }) => variable)
    const columns = [
      ...(respondent === undefined
        ? [{ column: 'respondent', understood: 'not in the file; rows are told apart by their number' }]
        : [
            {
              column: dictionary.variables[respondent]!.name,
              understood: 'tells rows apart, and is not kept',
            },
          ]),
      ...parts.map(understood),
      ...leftOut,
    ]
    return { variables, columns, lines: savLines(file, dictionary, parts, respondent) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { problems: [unreadable(error)] }
  }
}

function understood({ names, variable, missing }: SavPart): UnderstoodColumn {
  const without = missing.length > 0 ? `; no answer: ${missing.join(', ')}` : ''
  return { column: names.join(', '), understood: `${describeVariable(variable)}${without}` }
}

function* savLines(
  file: Buffer,
  dictionary: SavDictionary,
  parts: readonly SavPart[],
  respondent: number | undefined,
): Generator<AnswerLine | ImportProblem> {
  yield { row: 1, fields: ['respondent', ...parts.flatMap(({ variable }) => columnsOf(variable))] }
  // A file of SPSS has no row of names: its data view begins with row 1.
  let row = 0
  try {
    for (const values of savRows(file, dictionary)) {
      row++
      const name = respondent === undefined ? row : (values[respondent] ?? '')
      yield { row, fields: [String(name), ...parts.flatMap((part) => part.fields(values))] }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    yield { ...unreadable(error), row: row + 1 }
  }
}

function unreadable({ message }: RangeError): ImportProblem {
  const said = message.startsWith('The value of "offset"') ? 'it ends in the middle of a record' : message
  return {
    row: null,
    column: null,
    code: 'MALFORMED_SAV',
    message: `this is not an SPSS file that can be read: ${said}`,
  }
}
