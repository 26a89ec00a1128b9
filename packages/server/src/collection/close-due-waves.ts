import type { PrismaClient } from '../generated/prisma/client.ts'
import { closeWave } from '../wave-life/advance-wave.ts'
import { today } from './fieldwork.ts'

/**
 * Closes the waves whose last day is over. Of several replicas that do so at once, one closes a wave, and the others leave
 * it.
 *
 * @returns the codes of those that this one closed
 */
export async function closeDueWaves(prisma: PrismaClient, now = new Date()): Promise<string[]> {
  const due = await prisma.wave.findMany({
    where: { status: 'FIELDING', fieldworkTo: { lt: today(now) } },
    select: { code: true, version: true },
  })
  const closed: string[] = []
  for (const { code, version } of due) {
    // One that was changed meanwhile, and may be due no longer, is looked at again next time.
    const { kind } = await closeWave(prisma, { wave: code, version }, 'service')
    if (kind === 'wave') closed.push(code)
  }
  return closed
}
