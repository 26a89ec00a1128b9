import { closeDueWaves } from '../collection/close-due-waves.ts'
import { hasOldRows, rewriteRows, sweepRows } from '../collection/sweep-rows.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { forgetOldMutations } from '../idempotency/sent-mutation.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import { type ClosedWave, lastClosed, planAhead } from './plan-ahead.ts'
import { purgeDueWaves } from './purge-due.ts'

/** Milliseconds between two looks at what is due. */
const often = 60_000

/**
 * Closes waves whose last day is over, deletes rows that were kept long enough, sweeps up what answers leave behind,
 * forgets the keys of mutations that are done and plans the wave that was closed last: now, and every minute until it is
 * ended.
 *
 * @param rowsKeptDays days after publication; for ever where it is absent
 */
export function keepWaves(
  prisma: PrismaClient,
  rowsKeptDays?: number,
): { readonly end: () => Promise<void> } {
  const lookOnce = async () => {
    await closeDueWaves(prisma)
    const purged = rowsKeptDays === undefined ? [] : await purgeDueWaves(prisma, rowsKeptDays)
    const isFielding = (await prisma.wave.count({ where: { status: 'FIELDING' } })) > 0
    const isLeft = purged.length > 0 || (!isFielding && (await hasOldRows(prisma)))
    await (isLeft ? rewriteRows : sweepRows)(prisma)
  }
  let isEnded = false
  const tell = (error: unknown) => void unexpectedFailure(error)
  let planned: ClosedWave | null = null
  let planning = Promise.resolve()
  const plan = async () => {
    const last = await lastClosed(prisma)
    const isKnown = last?.code === planned?.code && last?.version === planned?.version
    planned = last
    // What else is due does not wait for it; and that its threads end is no failure where the service does.
    if (last !== null && !isKnown)
      planning = planAhead(prisma, last).catch((error) => void (isEnded || tell(error)))
  }
  let running = Promise.resolve()
  const look = () => {
    running = running
      .then(lookOnce)
      .catch(tell)
      .then(() => forgetOldMutations(prisma))
      .catch(tell)
      .then(plan)
      .catch(tell)
  }
  look()
  const timer = setInterval(look, often).unref()
  const end = () => {
    isEnded = true
    clearInterval(timer)
    return running.then(() => planning)
  }
  return { end }
}
