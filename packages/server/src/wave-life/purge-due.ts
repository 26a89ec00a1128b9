import { noteLocally } from '../audit/note-locally.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import { deleteCollected } from './advance-wave.ts'
import { changeWave } from './change-wave.ts'

const [hour, day] = [3600_000, 24 * 3600_000]

/** The day on which the collected rows of a wave are deleted that was published on another. */
export function purgeDay(publishedOn: Date, rowsKeptDays: number): Date {
  return new Date(publishedOn.getTime() + rowsKeptDays * day)
}

/** Deletes at once, and every hour, the collected rows that were kept long enough; gives what ends that. */
export function purgeHourly(prisma: PrismaClient, rowsKeptDays: number): () => Promise<void> {
  let purging: Promise<unknown>
  const purge = () => {
    purging = purgeDueWaves(prisma, rowsKeptDays).catch(unexpectedFailure)
  }
  purge()
  const hourly = setInterval(purge, hour).unref()
  return async () => {
    clearInterval(hourly)
    await purging
  }
}

/**
 * Deletes the collected rows of the waves that were published so many days ago, as staff do by `purgeWave`. Of replicas
 * that do so at once, one does: the others find another version.
 *
 * @returns codes of the waves
 */
export async function purgeDueWaves(prisma: PrismaClient, rowsKeptDays: number): Promise<string[]> {
  const states = ['PUBLISHED', 'WITHDRAWN'] as const
  const publishedOn = { lte: new Date(Date.now() - rowsKeptDays * day) }
  const due = await prisma.wave.findMany({
    where: { status: { in: [...states] }, purgedOn: null, releases: { some: {}, every: { publishedOn } } },
    select: { code: true, version: true },
  })
  const purged: string[] = []
  for (const { code, version } of due) {
    const done = await changeWave(prisma, { wave: code, version }, states, async (transaction, { id }) => {
      const note = { subject: 'purgeWave', waves: [code], asked: { rowsKeptDays }, digests: [] }
      await noteLocally(transaction, 'service', note)
      return deleteCollected(transaction, id)
    })
    if (done.kind === 'wave') purged.push(code)
  }
  return purged
}
