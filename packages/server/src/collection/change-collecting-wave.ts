import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Prisma, PrismaClient, Wave } from '../generated/prisma/client.ts'
import { writeTimeout } from '../release/publish-wave.ts'
import { unknownWave } from '../wave-life/change-wave.ts'

/**
 * Waits until nobody else changes a wave, its answers or its invitations, and keeps others waiting until the transaction
 * ends. Whoever changes these does it first, so that no two wait for each other.
 *
 * @returns the wave; null where there is none
 */
export async function lockWave(transaction: Prisma.TransactionClient, code: string): Promise<Wave | null> {
  await transaction.$queryRaw`SELECT 1 FROM "Wave" WHERE "code" = ${code} FOR NO KEY UPDATE`
  return transaction.wave.findUnique({ where: { code } })
}

/** Changes how answers come to a wave that is a draft or takes them, whatever else of the wave is changed. */
export function changeCollectingWave<Done extends object>(
  prisma: PrismaClient,
  code: string,
  change: (transaction: Prisma.TransactionClient, wave: Wave) => Promise<Done | UserProblem>,
): Promise<Done | UserProblem> {
  const work = async (transaction: Prisma.TransactionClient) => {
    const wave = await lockWave(transaction, code)
    if (wave === null) return unknownWave(code)
    if (wave.status === 'DRAFT' || wave.status === 'FIELDING') return change(transaction, wave)
    const message = `Wave ${code} is ${wave.status}; this is done while it is DRAFT or FIELDING.`
    return userProblem('WRONG_STATE', 'wave', message)
  }
  return prisma.$transaction(work, { maxWait: writeTimeout, timeout: writeTimeout })
}
