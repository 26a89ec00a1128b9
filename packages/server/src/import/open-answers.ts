import { Buffer } from 'node:buffer'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { type AnswerFile, wholeFile } from './answer-file.ts'
import { csvLines } from './csv-lines.ts'
import type { ImportProblem } from './import-problem.ts'
import type { SourceTable } from './source-table.ts'
import { readSav } from './spss/read-sav.ts'

/** What a file of answers can be. */
export const answerFormats = ['csv', 'sav'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/** The format of a file, by what it begins with. */
export async function formatOf({ chunks }: AnswerFile): Promise<AnswerFormat> {
  const start = await beginning(chunks())
  if (start.startsWith('$FL')) return 'sav'
  return 'csv'
}

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
      return { variables: [], columns: [], lines: csvLines(file.chunks()), files: [file] }
    case 'sav': {
      const table = readSav(await wholeFile(file), known)
      return 'problems' in table ? table : { ...table, files: [file] }
    }
  }
}
