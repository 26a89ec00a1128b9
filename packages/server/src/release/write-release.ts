import { type LocalActor, noteLocally, type StaffActor } from '../audit/note-locally.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { takeOpenAnswersApart } from '../open-answers/take-apart.ts'
import { storedAnswers } from './anonymous-file.ts'
import type { PreparedRelease } from './prepare-release.ts'
import { releaseDigest } from './release-digest.ts'

/** A release that was written. */
export interface WrittenRelease {
  readonly digest: string
  /** Whether answers in words were taken out of the rows for it; `rewriteRows` removes what is left of these. */
  readonly isApart: boolean
}

/**
 * Marks a wave as published and writes its release; answers in words that still lie in the rows wait apart for review, and
 * are not purged unread. Run it in a transaction.
 *
 * @param by who publishes, for the audit log
 * @throws Error when the wave is not closed any more
 */
export async function writeRelease(
  prisma: Prisma.TransactionClient,
  { codebook, plan, columns, respondents, anonymous }: PreparedRelease,
  by: LocalActor | StaffActor,
): Promise<WrittenRelease> {
  const { code } = codebook.wave
  // First, because it locks the wave: whoever else publishes it waits, and then finds it published.
  const { count } = await prisma.wave.updateMany({
    where: { code, status: 'CLOSED' },
    data: { status: 'PUBLISHED' },
  })
  if (count === 0)
    throw new Error(
      `Wave ${code} is not closed any more: it was published or reopened while its release was made.`,
    )
  const before = await prisma.release.aggregate({ where: { wave: { code } }, _max: { number: true } })
  const digest = releaseDigest(codebook, plan, columns)
  const { waveId } = await prisma.release.create({
    data: {
      wave: { connect: { code } },
      number: (before._max.number ?? 0) + 1,
      digest,
      publishedOn: new Date(),
      respondents,
      codebook,
      plan: plan as unknown as Prisma.InputJsonObject,
      ...(anonymous && { anonymous: { create: storedAnswers(anonymous) } }),
      columns: {
        create: [...columns].map(([variable, { data, levels }]) => ({
          variable,
          data,
          levels: [...levels],
        })),
      },
    },
  })
  await noteLocally(prisma, by, { subject: 'publish', waves: [code], asked: {}, digests: [digest] })
  return { digest, isApart: await takeOpenAnswersApart(prisma, waveId) }
}
