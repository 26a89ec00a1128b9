import { Buffer } from 'node:buffer'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { type AnswerFile, wholeFile } from './answer-file.ts'
import { csvLines } from './csv-lines.ts'
import type { ImportProblem } from './import-problem.ts'
import { readLimeSurvey } from './limesurvey/read-limesurvey.ts'
import { columnsOf } from './read-answer.ts'
import { describeVariable, type SourceTable, type UnderstoodColumn } from './source-table.ts'
import { readSav } from './spss/read-sav.ts'
import { readTripleS } from './triple-s/read-triple-s.ts'

/** What a file of answers can be. */
export const answerFormats = ['csv', 'sav', 'limesurvey', 'triple-s'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/** The format of a file, by what it begins with. */
export async function formatOf({ chunks }: AnswerFile): Promise<AnswerFormat> {
  const start = await beginning(chunks())
  if (start.startsWith('$FL')) return 'sav'
  if (/^\s*<(\?xml|!DOCTYPE|!--|sss)/.test(start)) return 'triple-s'
  const [header = ''] = start.split(/\r|\n/, 1)
  const isLimeSurvey = /\w\[\w+\]/.test(header) || (/^"?id"?[,;\t]/.test(header) && limeColumn.test(header))
  return isLimeSurvey ? 'limesurvey' : 'csv'
}

/** What LimeSurvey tells of a response or a participant, beside its `id`. */
const limeColumn =
  /[,;\t]"?(submitdate|lastpage|startlanguage|seed|token|firstname|lastname|email|attribute_\d+)"?([,;\t]|$)/

async function beginning(chunks: ReturnType<AnswerFile['chunks']>): Promise<string> {
  for await (const chunk of chunks) return Buffer.from(chunk).toString('latin1').replace(/^ï»¿/, '')
  return ''
}

/** Opens a file of answers to `known` variables; `files` are those that its answers are in. */
export async function openAnswers(
  file: AnswerFile,
  format: AnswerFormat,
  known: readonly CodebookVariable[],
): Promise<
  (SourceTable & { readonly files: readonly AnswerFile[] }) | { readonly problems: ImportProblem[] }
> {
  switch (format) {
    case 'csv':
      return { variables: [], columns: known.map(ownColumns), lines: csvLines(file.chunks()), files: [file] }
    case 'sav': {
      const table = readSav(await wholeFile(file), known)
      return 'problems' in table ? table : { ...table, files: [file] }
    }
    case 'limesurvey': {
      const table = await readLimeSurvey(file.chunks, known)
      return 'problems' in table ? table : { ...table, files: [file] }
    }
    case 'triple-s':
      return openTripleS(file, known)
  }
}

/** The columns that a variable has in the project's own files. */
function ownColumns(variable: CodebookVariable): UnderstoodColumn {
  return { column: columnsOf(variable).join(', '), understood: describeVariable(variable) }
}

/** A definition, and the file of answers beside it: the one it names, or its own name with .asc or .csv. */
async function openTripleS(file: AnswerFile, known: readonly CodebookVariable[]) {
  const table = readTripleS(await wholeFile(file), known)
  if ('problems' in table) return table
  const own = file.name.replace(/\.\w+$/, '')
  const names = [...(table.href === undefined ? [] : [table.href]), `${own}.asc`, `${own}.csv`]
  for (const name of names) {
    const data = await file.beside(name)
    if (data !== undefined) return { ...table, lines: table.linesOf(data.chunks()), files: [file, data] }
  }
  const message = `its answers are not beside it; put ${names.join(' or ')} in the same folder, or upload it as data`
  return { problems: [{ row: null, column: null, code: 'FILE_NOT_FOUND', message } as const] }
}
