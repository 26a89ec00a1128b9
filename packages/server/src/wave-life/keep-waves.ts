import { closeDueWaves } from '../collection/close-due-waves.ts'
import { hasOldRows, rewriteRows, sweepRows } from '../collection/sweep-rows.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { forgetOldMutations } from '../idempotency/sent-mutation.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import { purgeDueWaves } from './purge-due.ts'

/** Milliseconds between two looks at what is due. */
const often = 60_000

/**
 * Closes waves whose last day is over, deletes rows that were kept long enough, sweeps up what answers leave behind and
 * forgets the keys of mutations that are done: now, and every minute until it is ended.
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
  let running = Promise.resolve()
  const look = () => {
    const tell = (error: unknown) => void unexpectedFailure(error)
    running = running
      .then(lookOnce)
      .catch(tell)
      .then(() => forgetOldMutations(prisma))
      .catch(tell)
  }
  look()
  const timer = setInterval(look, often).unref()
  const end = () => {
    clearInterval(timer)
    return running
  }
  return { end }
}
