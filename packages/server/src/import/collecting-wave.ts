import type { Prisma, PrismaClient, WaveStatus } from '../generated/prisma/client.ts'
import type { SurveyProblem } from './read-survey.ts'
import { waveWithVariables } from './wave-variables.ts'

/** Answers are added while a wave is collected: a draft still changes, and what is published does not. */
const collecting: readonly WaveStatus[] = ['FIELDING', 'CLOSED']

/** Milliseconds that the rows of a file may take. */
export const transactionTimeout = 60 * 60_000

/** The wave that a file is imported into, or why it is not. */
export async function findCollectingWave(prisma: PrismaClient, code: string, file: string) {
  const wave = await prisma.wave.findUnique({ where: { code }, include: waveWithVariables })
  if (wave !== null && collecting.includes(wave.status)) return wave
  return { problems: [notCollecting(file, code, wave?.status)] }
}

/**
 * Holds a wave in a transaction: what closes, publishes or imports it at the same time waits.
 *
 * @returns a problem when it takes no answers any more
 */
export async function holdCollectingWave(
  transaction: Prisma.TransactionClient,
  { id, code }: { readonly id: string; readonly code: string },
  file: string,
): Promise<SurveyProblem | undefined> {
  const [now] = await transaction.$queryRaw<{ status: WaveStatus }[]>`
    SELECT "status" FROM "Wave" WHERE "id" = ${id} FOR UPDATE`
  return now !== undefined && collecting.includes(now.status)
    ? undefined
    : notCollecting(file, code, now?.status)
}

/** Says that what was collected of a wave is another: who read it before finds a conflict, and publishes nothing unseen. */
export async function raiseVersion(transaction: Prisma.TransactionClient, id: string): Promise<void> {
  await transaction.wave.update({ where: { id }, data: { version: { increment: 1 } } })
}

function notCollecting(file: string, wave: string, status: WaveStatus | undefined): SurveyProblem {
  const at = { file, row: null, column: null }
  if (status === undefined)
    return { ...at, code: 'UNKNOWN_WAVE', message: `there is no wave ${wave}; make it first` }
  const wayOut =
    status === 'DRAFT'
      ? 'open it first, so that its questions stay as they are'
      : 'its release stays as it is; import into a wave of its own'
  return {
    ...at,
    code: 'WAVE_NOT_COLLECTING',
    message: `the wave ${wave} is ${status.toLowerCase()}; ${wayOut}`,
  }
}
