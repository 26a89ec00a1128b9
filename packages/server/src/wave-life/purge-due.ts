import { noteLocally } from '../audit/note-locally.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { deleteCollected } from './advance-wave.ts'
import { changeWave } from './change-wave.ts'

const day = 24 * 3600_000

/** The day on which the collected rows of a wave are deleted that was published, or else closed, on another. */
export function purgeDay(from: Date, rowsKeptDays: number): Date {
  return new Date(from.getTime() + rowsKeptDays * day)
}

/**
 * Deletes the collected rows of the waves that were published so many days ago, as staff do by `purgeWave`, and of those that
 * were closed so long ago and never published. Of replicas
 * that do so at once, one does: the others find another version.
 *
 * @returns codes of the waves
 */
export async function purgeDueWaves(prisma: PrismaClient, rowsKeptDays: number): Promise<string[]> {
  const states = ['CLOSED', 'PUBLISHED', 'WITHDRAWN'] as const
  const longAgo = { lte: new Date(Date.now() - rowsKeptDays * day) }
  const due = await prisma.wave.findMany({
    where: {
      purgedOn: null,
      OR: [
        { status: { not: 'CLOSED' }, releases: { some: {}, every: { publishedOn: longAgo } } },
        { status: 'CLOSED', closedOn: longAgo },
      ],
    },
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
