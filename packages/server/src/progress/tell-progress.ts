import { randomUUID } from 'node:crypto'
import type { PrismaClient, ProgressStage } from '../generated/prisma/client.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'

/** How far work on a wave is. */
export interface WorkProgress {
  readonly stage: ProgressStage
  /** Rows or questions that are done. */
  readonly done: number
  /** Of how many; null where that is not known yet. */
  readonly of: number | null
}

/** Milliseconds: how often progress is written at most, and at least as a sign of life; after how long what was killed goes. */
const limits = { least: 500, most: 5000, forget: 24 * 3600_000 }

/** Work of this process: of an embedded database nothing can be read while it writes a file of answers. */
const here = new WeakMap<PrismaClient, Map<string, { readonly wave: string; now?: WorkProgress }>>()

/** How far the work of this process on a wave is that began last; undefined where it does none, or said nothing yet. */
export function progressHere(prisma: PrismaClient, wave: string): WorkProgress | undefined {
  return [...(here.get(prisma)?.values() ?? [])].findLast((own) => own.wave === wave)?.now
}

/**
 * Does work on a wave, and writes how far it is for who watches it, whichever replica they ask. It is written beside the
 * transaction of the work, which never waits for it.
 */
export async function tellProgress<Result>(
  prisma: PrismaClient,
  wave: string,
  work: (tell: (progress: WorkProgress) => void) => Promise<Result>,
): Promise<Result> {
  const id = randomUUID()
  const own: { readonly wave: string; now?: WorkProgress } = { wave }
  const all = here.get(prisma) ?? new Map()
  here.set(prisma, all)
  all.set(id, own)
  let told: WorkProgress | undefined
  let toldAt = 0
  let writing: Promise<void> | undefined
  const write = () => {
    const { now } = own
    const isDue = now !== told || Date.now() - toldAt >= limits.most
    if (now === undefined || writing !== undefined || !isDue) return
    told = now
    toldAt = Date.now()
    writing = save(prisma, id, wave, now)
      .catch((error: unknown) => void unexpectedFailure(error))
      .finally(() => (writing = undefined))
  }
  const timer = setInterval(write, limits.least)
  try {
    return await work((progress) => (own.now = progress))
  } finally {
    clearInterval(timer)
    all.delete(id)
    await writing
    const forgotten = new Date(Date.now() - limits.forget)
    const where = { OR: [{ id }, { at: { lt: forgotten } }] }
    await prisma.progress.deleteMany({ where }).catch(unexpectedFailure)
  }
}

/** By the clock of the database, which all replicas share. */
async function save(
  prisma: PrismaClient,
  id: string,
  wave: string,
  { stage, done, of }: WorkProgress,
): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "Progress" ("id", "wave", "stage", "done", "of", "began", "at")
    VALUES (${id}, ${wave}, ${stage}::"ProgressStage", ${done}, ${of}::int, now(), now())
    ON CONFLICT ("id") DO UPDATE SET
      "stage" = EXCLUDED."stage", "done" = EXCLUDED."done", "of" = EXCLUDED."of", "at" = EXCLUDED."at"`
}
