import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { type LocalActor, noteLocally } from '../audit/note-locally.ts'
import { mixWave } from '../collection/move-rows.ts'
import { rewriteRows } from '../collection/sweep-rows.ts'
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { isBlank } from '../is-blank.ts'
import { forgetOpenAnswers, takeOpenAnswersApart } from '../open-answers/take-apart.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import { tellProgress } from '../progress/tell-progress.ts'
import { AuditFailed } from '../release/audit-failed.ts'
import { prepareRelease } from '../release/prepare-release.ts'
import { isUnchanged } from '../release/publish-wave.ts'
import { findUnreleasable, readWave } from '../release/read-wave.ts'
import { writeRelease } from '../release/write-release.ts'
import { type ChangedWave, changeWave, holdWave, unknownWave, type WaveAsRead } from './change-wave.ts'
import { questionnaireOf, questionnaireParts } from './questionnaire.ts'
import { saveQuestionnaire } from './save-questionnaire.ts'
import { unreadableCodebook } from './unreadable-codebook.ts'

const stages = { 'release plan': 'RELEASE_PLAN', audit: 'AUDIT' } as const

type Advanced = Promise<ChangedWave | UserProblem>

/**
 * Closes a wave: no answers come in any more, answers in words wait apart from the rows for who reviews them, and what
 * remained of who answered after whom is gone.
 *
 * @param by who does it without a request; a mutation is in the audit log by itself
 */
export function closeWave(prisma: PrismaClient, asRead: WaveAsRead, by?: LocalActor): Advanced {
  const closed = changeWave(prisma, asRead, ['FIELDING'], async (transaction, { id, code }) => {
    await takeOpenAnswersApart(transaction, id)
    await mixWave(transaction, id)
    if (by !== undefined)
      await noteLocally(transaction, by, { subject: 'closeWave', waves: [code], asked: {}, digests: [] })
    return { status: 'CLOSED', closedOn: new Date() }
  })
  return swept(prisma, closed)
}

/** Sweeps up what a change leaves behind of rows; swept or not, it was made. */
async function swept(prisma: PrismaClient, change: Advanced): Advanced {
  const changed = await change
  if (changed.kind === 'wave') await rewriteRows(prisma).catch(unexpectedFailure)
  return changed
}

/**
 * Publishes a closed wave. The release is made first, and written if the wave is still what it was made from.
 *
 * @param account who does
 */
export async function publishWaveAs(
  prisma: PrismaClient,
  asRead: WaveAsRead,
  account: string | undefined,
): Advanced {
  const { wave: code, version } = asRead
  // Nothing is read or computed for who may not publish it.
  const isReady = (await prisma.wave.count({ where: { code, version, status: 'CLOSED' } })) === 1
  if (!isReady) return changeWave(prisma, asRead, ['CLOSED'], async () => conflict(code))
  const unreadable = await unreadableCodebook(prisma, code)
  if (unreadable !== undefined) return unreadable
  const collected = await readWave(prisma, code)
  if (collected === undefined) return unknownWave(code)
  const unreleasable = findUnreleasable(collected)
  if (unreleasable !== undefined) return userProblem('INVALID_INPUT', 'wave', unreleasable)
  try {
    const release = await tellProgress(prisma, code, (tell) =>
      prepareRelease(prisma, code, {
        progress: (_, stage, done, of) => tell({ stage: stages[stage], done, of }),
      }),
    )
    let isApart = false
    const published = changeWave(prisma, asRead, ['CLOSED'], async (transaction) => {
      if (!(await isUnchanged(transaction, release))) return conflict(code)
      ;({ isApart } = await writeRelease(transaction, release, { account }))
      return {}
    })
    const done = await published
    return isApart ? await swept(prisma, published) : done
  } catch (error) {
    if (error instanceof AuditFailed) return userProblem('AUDIT_FAILED', 'wave', error.message)
    throw error
  }
}

function conflict(code: string): UserProblem {
  return userProblem(
    'CONFLICT',
    'version',
    `Wave ${code} was changed while its release was made; read it again, and publish that.`,
  )
}

/** Takes the results of a published wave back, and says why to everyone. The release stays on record. */
export function withdrawWave(
  prisma: PrismaClient,
  asRead: WaveAsRead,
  reason: { readonly nl: string; readonly en: string },
): Advanced {
  for (const language of ['nl', 'en'] as const) {
    const text = reason[language]
    if (!isBlank(text) && text.length <= 2000) continue
    const message = 'The reason is empty or longer than 2,000 characters; everyone reads it.'
    return Promise.resolve(userProblem('INVALID_INPUT', `reason${language === 'nl' ? 'Nl' : 'En'}`, message))
  }
  return changeWave(prisma, asRead, ['PUBLISHED'], async () => ({
    status: 'WITHDRAWN',
    withdrawnNl: reason.nl,
    withdrawnEn: reason.en,
    withdrawnOn: new Date(),
  }))
}

/** Takes the answers in words of an imported wave apart from its rows, for who reviews them. */
export function startReview(prisma: PrismaClient, asRead: WaveAsRead): Advanced {
  const started = changeWave(prisma, asRead, ['CLOSED', 'PUBLISHED'], async (transaction, { id }) => {
    await takeOpenAnswersApart(transaction, id)
    return {}
  })
  return swept(prisma, started)
}

/**
 * Deletes the collected rows of a wave for ever, its invitations and links, and open answers as they were given. What is
 * released stays.
 */
export function purgeWave(prisma: PrismaClient, asRead: WaveAsRead): Advanced {
  const purged = changeWave(prisma, asRead, ['PUBLISHED', 'WITHDRAWN'], async (transaction, wave) => {
    const { id, code, purgedOn } = wave
    if (purgedOn === null) return deleteCollected(transaction, id)
    const on = purgedOn.toISOString().slice(0, 10)
    const message = `The collected rows of wave ${code} were deleted on ${on}; there is nothing left to delete.`
    return userProblem('WRONG_STATE', 'wave', message)
  })
  return swept(prisma, purged)
}

/** Deletes what was collected for a wave; gives what that changes of it. */
export async function deleteCollected(
  transaction: Prisma.TransactionClient,
  waveId: string,
): Promise<{ readonly purgedOn: Date }> {
  await transaction.respondent.deleteMany({ where: { waveId } })
  await transaction.invitation.deleteMany({ where: { waveId } })
  await transaction.answerLink.deleteMany({ where: { waveId } })
  await forgetOpenAnswers(transaction, waveId)
  return { purgedOn: new Date() }
}

/**
 * Removes a wave that was never published, with all that was collected for it and written about it, and the variables that
 * no other wave asks.
 */
export async function removeWave(prisma: PrismaClient, asRead: WaveAsRead): Advanced {
  let wasClosed = false
  const removed = holdWave(prisma, asRead, ['DRAFT', 'CLOSED'], async (transaction, { id, status }) => {
    wasClosed = status === 'CLOSED'
    const before = await transaction.wave.findUniqueOrThrow({ where: { id }, include: questionnaireParts })
    const nothing = { questions: [], breakdowns: [], design: undefined }
    await saveQuestionnaire(transaction, id, questionnaireOf(before), nothing)
    return transaction.wave.delete({ where: { id } })
  })
  const done = await removed
  return wasClosed ? swept(prisma, removed) : done
}
