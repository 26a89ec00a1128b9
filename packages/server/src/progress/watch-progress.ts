import { setTimeout } from 'node:timers/promises'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { progressHere, type WorkProgress } from './tell-progress.ts'

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
  let asked: Promise<boolean> | undefined
  // An embedded database does not answer while it writes a file of answers; nobody loses the right to watch meanwhile.
  const isRefused = async () => {
    asked ??= mayWatch()
    asked.catch(() => {})
    const answer = await Promise.race([asked, sleep(limits.look, signal)])
    if (answer !== undefined) asked = undefined
    return answer === false
  }
  if (!(await mayWatch())) return
  for (let waited = 0; last !== undefined || waited < limits.patience; waited += limits.look) {
    if (await isRefused()) return
    const now = progressHere(prisma, wave) ?? (await newest(prisma, wave))
    if (now === undefined && last !== undefined) return void (yield { ...last, ended: true })
    const isNew = now !== undefined && JSON.stringify(now) !== JSON.stringify(last)
    last = now
    if (isNew) yield { ...now, ended: false }
    await sleep(limits.look, signal)
    if (signal.aborted) return
  }
}

/** Waits so many milliseconds, or until it is stopped. */
function sleep(time: number, signal: AbortSignal): Promise<undefined> {
  return setTimeout(time, undefined, { signal }).catch(() => undefined)
}

/** What was last said; work that was killed says nothing any more. */
async function newest(prisma: PrismaClient, wave: string): Promise<WorkProgress | undefined> {
  const [row] = await prisma.$queryRaw<WorkProgress[]>`
    SELECT "stage", "done", "of" FROM "Progress"
    WHERE "wave" = ${wave} AND "at" > now() - interval '30 seconds' ORDER BY "began" DESC, "id" LIMIT 1`
  return row
}
