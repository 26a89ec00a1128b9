import path from 'node:path'
import { type LocalActor, noteLocally } from '../audit/note-locally.ts'
import { rewriteRows } from '../collection/sweep-rows.ts'
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { takeOpenAnswersApart } from '../open-answers/take-apart.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import { designOf } from '../release/wave-codebook.ts'
import type { AnswerFile } from './answer-file.ts'
import { type CheckedAnswers, type CheckOptions, checkAnswers } from './check-answers.ts'
import {
  findCollectingWave,
  holdCollectingWave,
  raiseVersion,
  transactionTimeout,
} from './collecting-wave.ts'
import type { ImportProgress, SurveyProblem } from './read-survey.ts'
import { saveAnswers } from './save-answers.ts'
import type { UnderstoodColumn } from './source-table.ts'
import { variablesOf } from './wave-variables.ts'

/** How to import answers. */
export interface ImportAnswersOptions extends Pick<CheckOptions, 'format' | 'leaveOut'> {
  /** Only check; write nothing. */
  readonly dryRun?: boolean
  readonly progress?: ImportProgress | undefined
  /** Who does it without a request; a mutation is in the audit log by itself. */
  readonly by?: LocalActor
}

/** What was imported into a wave, or what kept it from being so. */
export type ImportAnswersOutcome = { readonly columns: readonly UnderstoodColumn[] } & (
  | {
      /** How many the file has. */
      readonly respondents: number
      /** Whether the wave has this very file already, so that nothing was changed. */
      readonly already: boolean
    }
  | { readonly problems: readonly SurveyProblem[] }
)

/** Imports a file of answers into a wave that is there: all of it, or nothing and a list of what is wrong. */
export async function importAnswers(
  { prisma }: { readonly prisma: PrismaClient },
  waveCode: string,
  file: AnswerFile,
  options: ImportAnswersOptions = {},
): Promise<ImportAnswersOutcome> {
  const wave = await findCollectingWave(prisma, waveCode, file.name)
  if ('problems' in wave) return { columns: [], ...wave }
  const checked = await checkAnswers(file, variablesOf(wave), designOf(wave) ?? {}, {
    format: options.format,
    leaveOut: options.leaveOut,
    progress: (rows) => options.progress?.(waveCode, 'checked', rows),
  })
  const { columns = [] } = checked
  if ('problems' in checked)
    return { columns, problems: checked.problems.map((problem) => ({ file: file.name, ...problem })) }
  const { respondents, digest } = checked
  if (options.dryRun) {
    const there = await prisma.importedFile.count({ where: { waveId: wave.id, digest } })
    return { columns, respondents, already: there > 0 }
  }
  const written = await prisma.$transaction(
    (transaction) => write(transaction, wave, checked, file, options),
    { timeout: transactionTimeout },
  )
  if (typeof written === 'object') return { columns, problems: [written] }
  if (written === 'apart') await rewriteRows(prisma).catch(unexpectedFailure)
  return { columns, respondents, already: written === 'already' }
}

/**
 * Writes the answers, or says that the wave has them already, or why it takes none any more. Those in words are taken apart
 * in a wave that is closed, as closing takes them apart in others.
 */
async function write(
  transaction: Prisma.TransactionClient,
  { id, code }: { readonly id: string; readonly code: string },
  checked: CheckedAnswers,
  { name }: AnswerFile,
  { progress, by }: ImportAnswersOptions,
): Promise<'written' | 'apart' | 'already' | SurveyProblem> {
  const problem = await holdCollectingWave(transaction, { id, code }, name)
  if (problem !== undefined) return problem
  const there = await transaction.importedFile.count({ where: { waveId: id, digest: checked.digest } })
  if (there > 0) return 'already'
  await saveAnswers(transaction, id, checked, {
    progress: (rows) => progress?.(code, 'written', rows, checked.respondents),
  })
  const { status } = await raiseVersion(transaction, id)
  const isApart = status === 'CLOSED' && (await takeOpenAnswersApart(transaction, id))
  if (by !== undefined) {
    const asked = { file: path.basename(name), respondents: checked.respondents }
    await noteLocally(transaction, by, { subject: 'import', waves: [code], asked, digests: [] })
  }
  return isApart ? 'apart' : 'written'
}
