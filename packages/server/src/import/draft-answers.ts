import type { Codebook } from '../codebook/codebook-format.ts'
import type { AnswerFile } from './answer-file.ts'
import { draftCodebook } from './draft-codebook.ts'
import type { ImportProblem } from './import-problem.ts'
import { type AnswerFormat, formatOf, openAnswers } from './open-answers.ts'

/** Drafts a codebook from a file of answers, for staff to complete. */
export async function draftAnswers(
  file: AnswerFile,
  wave: string,
  format?: AnswerFormat,
): Promise<{ readonly codebook: Codebook } | { readonly problems: readonly ImportProblem[] }> {
  const table = await openAnswers(file, format ?? (await formatOf(file)), [])
  if ('problems' in table) return table
  if (table.variables.length > 0) return { codebook: draftCodebook(table, wave, file.name) }
  const message = 'its columns do not say what they mean; write its codebook as docs/import.md shows'
  return { problems: [{ row: null, column: null, code: 'NO_CODEBOOK', message }] }
}
