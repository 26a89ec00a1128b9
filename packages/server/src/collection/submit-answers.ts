import { hashSecret } from '../access/secrets.ts'
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import type { Answers } from '../import/answers.ts'
import { variablesOf, waveWithVariables } from '../import/wave-variables.ts'
import { writeTimeout } from '../release/publish-wave.ts'
import { lockWave } from './change-collecting-wave.ts'
import { type AnswerProblem, checkSubmission } from './check-submission.ts'
import { type Entry, type EntryProblem, findEntry } from './find-entry.ts'
import { addRespondent, addSentForm, useInvitation } from './move-rows.ts'
import { hashCode } from './secret-code.ts'
import { isSentForm } from './sent-form.ts'

/** Answers that do not fit the questionnaire: nothing was stored, and a code can still be used. */
export interface SubmissionProblem {
  readonly problem: 'WRONG_ANSWERS'
  readonly waveCode: string
  readonly answers: readonly AnswerProblem[]
}

/**
 * Stores what somebody answered with a code or a link, all of it or nothing. A code works once. Nothing that is stored or
 * logged says with which code.
 *
 * @param given by variable code, as `Respondent.answers` has them
 * @param token of the form they were sent by, as long as a secret: sent once more, it is stored no more, and answered as
 *   the first time; null where there is no form
 */
export async function submitAnswers(
  prisma: PrismaClient,
  secret: string,
  given: Answers,
  token: string | null = null,
): Promise<{ readonly stored: true } | EntryProblem | SubmissionProblem> {
  const entry = await findEntry(prisma, secret)
  if ('problem' in entry) return (await isSentForm(prisma, token)) ? { stored: true } : entry
  const { waveId, waveCode, organisation } = entry
  const wave = await prisma.wave.findUniqueOrThrow({ where: { id: waveId }, include: waveWithVariables })
  const checked = checkSubmission(variablesOf(wave), given, organisation)
  if ('problems' in checked) return { problem: 'WRONG_ANSWERS', waveCode, answers: checked.problems }
  try {
    return await prisma.$transaction(
      (transaction) => store(transaction, { ...entry, secret, token }, checked.answers),
      // Many may submit at once, one after the other.
      { maxWait: writeTimeout, timeout: writeTimeout },
    )
  } catch (error) {
    throw withoutAnswers(error)
  }
}

async function store(
  transaction: Prisma.TransactionClient,
  { waveId, waveCode, secret, token }: Entry & { readonly secret: string; readonly token: string | null },
  answers: Answers,
): Promise<{ readonly stored: true } | EntryProblem> {
  await lockWave(transaction, waveCode)
  if (await isSentForm(transaction, token)) return { stored: true }
  const entry = await findEntry(transaction, secret)
  if ('problem' in entry) return entry
  if (entry.kind === 'INVITATION') await useInvitation(transaction, waveId, hashCode(secret)!)
  if (token) await addSentForm(transaction, waveId, hashSecret(token))
  await addRespondent(transaction, waveId, answers)
  return { stored: true }
}

/** What a database says of a statement may hold what was to be stored, and failures are logged: codes alone are kept. */
function withoutAnswers(error: unknown): Error {
  const failure = error as {
    readonly code?: unknown
    readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: unknown } } }
  }
  const codes = [failure.code, failure.meta?.driverAdapterError?.cause?.originalCode]
  const told = codes.filter((one) => typeof one === 'string' && /^\w{1,10}$/.test(one)).join(', ')
  return new Error(`Answers were not stored: the database failed (${told || 'no code'}).`)
}
