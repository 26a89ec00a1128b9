import type { Prisma, PrismaClient, Wave, WaveStatus } from '../generated/prisma/client.ts'
import type { SurveyProblem } from './read-survey.ts'
import { waveWithVariables } from './wave-variables.ts'

/** Answers are added while a wave is collected: a draft still changes, and what is published does not. */
const collecting: readonly WaveStatus[] = ['FIELDING', 'CLOSED']

/** Milliseconds that the rows of a file may take. */
export const transactionTimeout = 60 * 60_000

/** The wave that a file is imported into, or why it is not. */
export async function findCollectingWave(prisma: PrismaClient, code: string, file: string) {
  const wave = await prisma.wave.findUnique({ where: { code }, include: waveWithVariables })
  return wave !== null && isCollecting(wave) ? wave : { problems: [notCollecting(file, code, wave)] }
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
  const [now = null] = await transaction.$queryRaw<Collecting[]>`
    SELECT "status", "purgedOn" FROM "Wave" WHERE "id" = ${id} FOR UPDATE`
  return now !== null && isCollecting(now) ? undefined : notCollecting(file, code, now)
}

/** Says that what was collected of a wave is another: who read it before finds a conflict, and publishes nothing unseen. */
export async function raiseVersion(transaction: Prisma.TransactionClient, id: string): Promise<Wave> {
  return transaction.wave.update({ where: { id }, data: { version: { increment: 1 } } })
}

type Collecting = Pick<Wave, 'status' | 'purgedOn'>

const isCollecting = ({ status, purgedOn }: Collecting) => collecting.includes(status) && purgedOn === null

function notCollecting(file: string, wave: string, is: Collecting | null): SurveyProblem {
  const at = { file, row: null, column: null }
  if (is === null) return { ...at, code: 'UNKNOWN_WAVE', message: `there is no wave ${wave}; make it first` }
  const { status } = is
  const own = 'import into a wave of its own'
  const wayOut =
    status === 'DRAFT'
      ? 'open it first, so that its questions stay as they are'
      : collecting.includes(status)
        ? `its collected rows were deleted; ${own}`
        : `its release stays as it is; ${own}`
  return {
    ...at,
    code: 'WAVE_NOT_COLLECTING',
    message: `the wave ${wave} is ${status.toLowerCase()}; ${wayOut}`,
  }
}
