import type { AnonymousAnswer } from '@peo/disclosure'
import { absentTexts } from '../absent-texts.ts'
import { csvLine } from '../csv-line.ts'
import {
  columnsOf,
  type FileChunks,
  type RespondentColumn,
  type RespondentFile,
  type RowBatches,
  saidIn,
} from './respondent-file.ts'

/**
 * Anonymised answers as CSV after RFC 4180: a column per variable, per option where there are several answers, named
 * by their codes. Codes as an import takes them, and numbers not rounded. An option is 1 (named) or 0. Not asked and
 * not answered are empty fields; `withheld` is an answer not shown to protect people.
 */
export function respondentsCsv(file: RespondentFile, batches: RowBatches): FileChunks {
  return write(file, batches, (column, answer) => {
    const said = saidIn(column, answer)
    if (said === null) return answer.status === 'WITHHELD' ? 'withheld' : ''
    return typeof said === 'boolean' ? String(Number(said)) : String(said)
  })
}

/**
 * The same with labels instead of codes, for readers without a codebook: an option is yes or no, and each answer that
 * is not there says why, in the language of the file. A category that is called the same has its code behind its label.
 */
export function respondentsLabelledCsv(file: RespondentFile, batches: RowBatches): FileChunks {
  const { language } = file
  const yesNo = language === 'nl' ? ['nee', 'ja'] : ['no', 'yes']
  const absent: readonly string[] = Object.values(absentTexts[language])
  const told = (code: string, label: string) =>
    absent.includes(label.trim().toLowerCase()) ? `${label} (${code})` : label
  const labels = new Map(
    file.variables.map(({ variable, categories }) => [
      variable,
      new Map(categories.map(({ code, label }) => [code, told(code, label)])),
    ]),
  )
  return write(file, batches, (column, answer) => {
    if (answer.status !== 'VALUE') return absentTexts[language][answer.status]
    const said = saidIn(column, answer)
    if (typeof said === 'boolean') return yesNo[Number(said)]!
    return labels.get(answer.variable)?.get(String(said)) ?? String(said)
  })
}

async function* write(
  { variables }: RespondentFile,
  batches: RowBatches,
  field: (column: RespondentColumn, answer: AnonymousAnswer) => string,
): FileChunks {
  const columns = columnsOf(variables)
  const encoder = new TextEncoder()
  yield encoder.encode(csvLine(['respondent', ...columns.map(({ name }) => name)]))
  for await (const rows of batches) {
    const lines = rows.map(({ id, answers }) =>
      csvLine([id, ...columns.map((column) => field(column, answers[column.place]!))]),
    )
    yield encoder.encode(lines.join(''))
  }
}
