import type { CodebookDesign, CodebookVariable } from '../codebook/codebook-format.ts'
import { type AnswerFile, digestOf } from './answer-file.ts'
import type { Answers } from './answers.ts'
import type { ImportProblem } from './import-problem.ts'
import { type AnswerFormat, formatOf, openAnswers } from './open-answers.ts'
import { readAnswers, type TakeAnswers } from './read-answers.ts'
import type { UnderstoodColumn } from './source-table.ts'
import { withoutColumns } from './without-columns.ts'

/** A file of answers in which nothing is wrong. Its answers are not kept: they are read again to be written. */
export interface CheckedAnswers {
  readonly respondents: number
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string
  /** What became of its columns, where they are not those of the codebook. */
  readonly columns: readonly UnderstoodColumn[]
  /** Of every respondent the strata and clusters, where the wave has them. */
  readonly sampled: readonly Answers[]
  /** Gives the answers one by one. */
  readonly each: (take: TakeAnswers) => Promise<void>
}

/** How to read a file of answers. */
export interface CheckOptions {
  readonly format?: AnswerFormat | undefined
  /** Variables or columns of the file that the wave does not take, by their code here. */
  readonly leaveOut?: readonly string[] | undefined
  /** Told how many rows were read so far. */
  readonly progress?: ((rows: number) => void) | undefined
}

/** Checks a file of answers to the variables of a wave, or says everything that is wrong in it. */
export async function checkAnswers(
  file: AnswerFile,
  variables: readonly CodebookVariable[],
  { strata, clusters }: CodebookDesign,
  { format, leaveOut = [], progress }: CheckOptions = {},
): Promise<
  CheckedAnswers | { readonly problems: ImportProblem[]; readonly columns?: readonly UnderstoodColumn[] }
> {
  const known = format ?? (await formatOf(file))
  const opened = await openAnswers(file, known, variables)
  if ('problems' in opened) return opened
  const { columns, files } = opened
  const design = [strata, clusters].filter((code) => code !== undefined)
  const sampled: Answers[] = []
  const digest = await digestOf(files)
  let rows = 0
  const read = await readAnswers(variables, withoutColumns(opened.lines, leaveOut), (answers) => {
    if (design.length > 0) sampled.push(Object.fromEntries(design.map((code) => [code, answers[code]!])))
    if (++rows % 1_000 === 0) progress?.(rows)
  })
  if ('problems' in read) return { ...read, columns }
  const each = async (take: TakeAnswers) => {
    const again = await openAnswers(file, known, variables)
    const result =
      'problems' in again ? again : await readAnswers(variables, withoutColumns(again.lines, leaveOut), take)
    if ('problems' in result || (await digestOf(files)) !== digest)
      throw new Error(`${file.name} was changed while it was imported; nothing was imported. Import it again`)
  }
  return { respondents: read.respondents, digest, columns, sampled, each }
}
