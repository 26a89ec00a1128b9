import type { PrismaClient } from '../generated/prisma/client.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import { closeWave } from '../wave-life/advance-wave.ts'
import { today } from './fieldwork.ts'
import { sweepRows } from './sweep-rows.ts'

/** Milliseconds between two looks for waves that are due. */
const often = 60_000

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

/** Closes waves that are due, and sweeps up what answers leave behind, now and every minute until it is ended. */
export function keepWaves(prisma: PrismaClient): { readonly end: () => Promise<void> } {
  let running = Promise.resolve()
  const look = () => {
    running = running.then(() => lookOnce(prisma)).catch((error: unknown) => void unexpectedFailure(error))
  }
  look()
  const timer = setInterval(look, often).unref()
  const end = () => {
    clearInterval(timer)
    return running
  }
  return { end }
}

async function lookOnce(prisma: PrismaClient): Promise<void> {
  await closeDueWaves(prisma)
  await sweepRows(prisma)
}
