import path from 'node:path'
import { noteLocally } from '../audit/note-locally.ts'
import type { Prisma, PrismaClient, ReviewStatus } from '../generated/prisma/client.ts'
import { designOf } from '../release/wave-codebook.ts'
import type { AnswerFile } from './answer-file.ts'
import { type CheckedAnswers, checkAnswers } from './check-answers.ts'
import {
  findCollectingWave,
  holdCollectingWave,
  raiseVersion,
  transactionTimeout,
} from './collecting-wave.ts'
import type { ImportAnswersOptions } from './import-answers.ts'
import type { SurveyProblem } from './read-survey.ts'
import { inRowBatches } from './row-batches.ts'
import { variablesOf } from './wave-variables.ts'

/** How to take answers back. */
export interface TakeBackOptions extends Omit<ImportAnswersOptions, 'dryRun'> {
  /** Also answers in words that somebody reviewed, whose work is lost. */
  readonly reviewedToo?: boolean | undefined
}

/** How many respondents were taken out of a wave, or what kept them there. */
export type TakeBackOutcome =
  | { readonly respondents: number }
  | { readonly problems: readonly SurveyProblem[] }

/** Ends the transaction without a change. */
class Refused extends Error {
  readonly problem: SurveyProblem
  constructor(problem: SurveyProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/**
 * Takes a file that was imported out of its wave again: all of it, or nothing.
 *
 * Rows say nothing of where they came from. So the file itself tells which go: for each of its rows, one that is the same in
 * every answer. Rows that are the same cannot be told apart, and what is left is the same whichever of them goes. A file
 * that is read otherwise than it was imported is refused, or anybody's row could be guessed at and taken out by it.
 */
export async function takeBackAnswers(
  prisma: PrismaClient,
  waveCode: string,
  file: AnswerFile,
  options: TakeBackOptions = {},
): Promise<TakeBackOutcome> {
  const wave = await findCollectingWave(prisma, waveCode, file.name)
  if ('problems' in wave) return wave
  const { format, leaveOut, progress } = options
  const checked = await checkAnswers(file, variablesOf(wave), designOf(wave) ?? {}, {
    format,
    leaveOut,
    progress: (rows) => progress?.(waveCode, 'checked', rows),
  })
  if ('problems' in checked)
    return { problems: checked.problems.map((problem) => ({ file: file.name, ...problem })) }
  try {
    await prisma.$transaction((transaction) => takeOut(transaction, wave, checked, file, options), {
      timeout: transactionTimeout,
    })
    return { respondents: checked.respondents }
  } catch (error) {
    if (error instanceof Refused) return { problems: [error.problem] }
    throw error
  }
}

async function takeOut(
  transaction: Prisma.TransactionClient,
  { id: waveId, code }: { readonly id: string; readonly code: string },
  checked: CheckedAnswers,
  { name }: AnswerFile,
  { progress, by, reviewedToo = false }: TakeBackOptions,
): Promise<void> {
  const { digest, respondents } = checked
  const refuse = (problem: string, message: string) =>
    new Refused({ file: name, row: null, column: null, code: problem, message })
  const problem = await holdCollectingWave(transaction, { id: waveId, code }, name)
  if (problem !== undefined) throw new Refused(problem)
  const imported = await transaction.importedFile.findUnique({
    where: { waveId_digest: { waveId, digest } },
  })
  if (imported === null)
    throw refuse('NOT_IMPORTED', `the wave ${code} has no such file; give the very file that was imported`)
  await transaction.$executeRaw`CREATE TEMPORARY TABLE "TakenBack" ("answers" jsonb) ON COMMIT DROP`
  const rowDigest = await inRowBatches(checked, async (rows, done) => {
    await transaction.$executeRaw`
      INSERT INTO "TakenBack" SELECT row::jsonb FROM unnest(string_to_array(${rows}, chr(10))) AS row`
    progress?.(code, 'written', done, respondents)
  })
  // Rows that were not imported may be somebody's own: whether there are such is not looked at.
  if (rowDigest !== imported.rows) {
    const message = `this file gives other rows now than when wave ${code} imported it, or was imported before that was kept; read it with the same format and leave-out`
    throw refuse('READ_OTHERWISE', message)
  }
  await transaction.importedFile.delete({ where: { id: imported.id } })
  const isWhole = await takeRows(transaction, waveId, respondents)
  const reviewed = isWhole ? 0 : await takeTexts(transaction, waveId)
  if (reviewed === undefined || !(isWhole || (await takeRows(transaction, waveId, respondents)))) {
    const message = `the wave ${code} has not all rows of this file any more; nothing was taken out`
    throw refuse('ROWS_NOT_FOUND', message)
  }
  if (reviewed > 0 && !reviewedToo) {
    const message = `somebody reviewed ${reviewed} of the answers in words of this file already; take it back with those reviewed too, and their review is lost`
    throw refuse('REVIEWED', message)
  }
  await raiseVersion(transaction, waveId)
  if (by === undefined) return
  const asked = { file: path.basename(name), respondents }
  await noteLocally(transaction, by, { subject: 'take back', waves: [code], asked, digests: [] })
}

/** Deletes a row for each one taken back, where there is one for each. */
async function takeRows(
  transaction: Prisma.TransactionClient,
  waveId: string,
  respondents: number,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "own"."id" FROM (
      SELECT "id", "answers", row_number() OVER (PARTITION BY "answers") AS "place"
      FROM "Respondent" WHERE "waveId" = ${waveId}
    ) AS "own" JOIN (
      SELECT "answers", count(*) AS "times" FROM "TakenBack" GROUP BY "answers"
    ) AS "taken" ON "taken"."answers" = "own"."answers" AND "own"."place" <= "taken"."times"`
  if (rows.length !== respondents) return false
  const ids = rows.map(({ id }) => id).join()
  await transaction.$executeRaw`DELETE FROM "Respondent" WHERE "id" = ANY(string_to_array(${ids}, ','))`
  return true
}

/**
 * Takes the answers in words out of the rows taken back and deletes them where they lie apart: of those that are the same,
 * first what nobody reviewed.
 *
 * @returns how many of those deleted were reviewed; undefined where some do not lie apart
 */
async function takeTexts(transaction: Prisma.TransactionClient, waveId: string): Promise<number | undefined> {
  const questions = await transaction.question.findMany({
    where: { waveId, variable: { measurement: 'TEXT' } },
    select: { id: true, variable: { select: { code: true } } },
  })
  let reviewed = 0
  for (const { id, variable } of questions) {
    const deleted = await transaction.$queryRaw<{ status: ReviewStatus }[]>`
      DELETE FROM "OpenAnswer" WHERE "id" IN (
        SELECT "own"."id" FROM (
          SELECT "id", "text", row_number() OVER (PARTITION BY "text" ORDER BY "status" <> 'PENDING') AS "place"
          FROM "OpenAnswer" WHERE "questionId" = ${id}
        ) AS "own" JOIN (
          SELECT "answers" ->> ${variable.code}::text AS "text", count(*) AS "times" FROM "TakenBack" GROUP BY 1
        ) AS "taken" ON "taken"."text" = "own"."text" AND "own"."place" <= "taken"."times") RETURNING "status"`
    const [given] = await transaction.$queryRaw<{ texts: number }[]>`
      SELECT count(*)::int AS "texts" FROM "TakenBack" WHERE btrim("answers" ->> ${variable.code}::text) <> ''`
    if (deleted.length !== given?.texts) return undefined
    reviewed += deleted.filter(({ status }) => status !== 'PENDING').length
    await transaction.$executeRaw`UPDATE "TakenBack" SET "answers" = "answers" - ${variable.code}::text`
  }
  return reviewed
}
