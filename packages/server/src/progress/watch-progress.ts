import { setTimeout } from 'node:timers/promises'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { WorkProgress } from './tell-progress.ts'

/** Progress as who watches sees it. */
export interface WatchedProgress extends WorkProgress {
  /** Whether the work ended, however it did; nothing comes after that. */
  readonly ended: boolean
}

/** Milliseconds between two looks, and until who waits for work to begin gives up. */
const limits = { look: 500, patience: 60_000 }

/**
 * Tells how far the work on a wave is that began last, until it ends or nobody listens any more.
 *
 * @param ending aborts when the service ends
 * @param mayWatch asked before each look
 */
export function watchProgress(
  prisma: PrismaClient,
  wave: string,
  ending: AbortSignal,
  mayWatch: () => Promise<boolean> = async () => true,
): AsyncIterableIterator<WatchedProgress> {
  const unwatched = new AbortController()
  const looks = look(prisma, wave, AbortSignal.any([ending, unwatched.signal]), mayWatch)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => looks.next(),
    return: () => {
      // A generator that waits would end at its next look only.
      unwatched.abort()
      return looks.return(undefined)
    },
  }
}

async function* look(
  prisma: PrismaClient,
  wave: string,
  signal: AbortSignal,
  mayWatch: () => Promise<boolean>,
): AsyncGenerator<WatchedProgress, undefined> {
  let last: WorkProgress | undefined
  for (let waited = 0; last !== undefined || waited < limits.patience; waited += limits.look) {
    if (!(await mayWatch())) return
    const now = await newest(prisma, wave)
    if (now === undefined && last !== undefined) return void (yield { ...last, ended: true })
    const isNew = now !== undefined && JSON.stringify(now) !== JSON.stringify(last)
    last = now
    if (isNew) yield { ...now, ended: false }
    await setTimeout(limits.look, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
  }
}

/** What was last said; work that was killed says nothing any more. */
async function newest(prisma: PrismaClient, wave: string): Promise<WorkProgress | undefined> {
  const [row] = await prisma.$queryRaw<WorkProgress[]>`
    SELECT "stage", "done", "of" FROM "Progress"
    WHERE "wave" = ${wave} AND "at" > now() - interval '30 seconds' ORDER BY "began" DESC, "id" LIMIT 1`
  return row
}
