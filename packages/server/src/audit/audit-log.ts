import type { PrismaClient } from '../generated/prisma/client.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import type { AuditNote } from './audit-note.ts'
import { type Add, boundRefusals } from './bound-refusals.ts'
import { type StorableNote, storableNote, storableText } from './storable-note.ts'
import { keyOf, readerOf, type Who } from './who.ts'

/** Writes down who asked what. */
export interface AuditLog {
  /** Takes notes down, to be written within a second or so; nobody waits for it. */
  readonly record: (who: Who, notes: readonly AuditNote[]) => void
  /** Writes what is not written yet, and ends. */
  readonly close: () => Promise<void>
}

/** Writes nothing. */
export const noAuditLog: AuditLog = { record: () => {}, close: async () => {} }

/** Milliseconds until notes are written, different notes kept in memory at most, and written at once. */
const limits = { delay: 1000, kept: 10_000, written: 500 }

const day = 24 * 3600 * 1000

interface Pending {
  readonly who: Who
  readonly note: StorableNote
  readonly at: Date
  times: number
}

/**
 * Opens the audit log. What the same reader asks over and over becomes one entry that says how often.
 *
 * @param days entries are kept for so many days
 * @param lost is told how many notes could not be kept, because the database did not take them for too long
 */
export function openAuditLog(prisma: PrismaClient, days: number, lost: (notes: number) => void): AuditLog {
  let pending = new Map<string, Pending>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  const add: Add = (who, note, times, at) => {
    const key = `${readerOf(who)} ${keyOf(note)}`
    const known = pending.get(key)
    if (known !== undefined) known.times += times
    else if (pending.size >= limits.kept) lost(times)
    else pending.set(key, { who: { viewer: who.viewer, caller: who.caller }, note, at, times })
    if (pending.size >= limits.written) flush()
    else timer ??= setTimeout(flush, limits.delay).unref()
  }
  const refusals = boundRefusals(add)
  const record = (who: Who, notes: readonly AuditNote[]) => {
    for (const note of notes.map(storableNote)) {
      if (note.action === 'REFUSAL') refusals.take(who, note)
      else add(who, note, 1, new Date())
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    // One at a time, and one that waits: while the database is down, none more.
    next ??= writing.then(async () => {
      next = undefined
      const batch = pending
      pending = new Map()
      if (batch.size > 0) await writeBatch(batch)
    })
    writing = next
    return next
  }
  const writeBatch = async (batch: ReadonlyMap<string, Pending>) => {
    try {
      await write(prisma, [...batch.values()])
    } catch (error) {
      unexpectedFailure(error)
      const refused = await refusedAlone(prisma, batch)
      // Where the database takes none, it is not the notes that are wrong.
      if (refused.size === batch.size) keep(refused)
      else for (const { times } of refused.values()) lost(times)
    }
  }
  const keep = (batch: ReadonlyMap<string, Pending>) => {
    for (const [key, one] of batch) {
      if (pending.size >= limits.kept) lost(one.times)
      else pending.set(pending.has(key) ? `${key} ${one.at.getTime()}` : key, one)
    }
    timer ??= setTimeout(flush, limits.delay).unref()
  }
  const purge = () => purgeAuditLog(prisma, days).catch(unexpectedFailure)
  purge()
  const daily = setInterval(purge, day).unref()
  const close = async () => {
    clearInterval(daily)
    refusals.flush()
    await flush()
    clearTimeout(timer)
    lost([...pending.values()].reduce((sum, { times }) => sum + times, 0))
  }
  return { record, close }
}

/** Writes notes one by one, and gives those that the database does not take. */
async function refusedAlone(prisma: PrismaClient, batch: ReadonlyMap<string, Pending>) {
  const refused = new Map<string, Pending>()
  for (const [key, one] of batch) await write(prisma, [one]).catch(() => refused.set(key, one))
  return refused
}

async function write(prisma: PrismaClient, batch: readonly Pending[]): Promise<void> {
  await prisma.auditEntry.createMany({
    data: batch.map(({ who, note, at, times }) => ({
      ...note,
      waves: [...note.waves],
      digests: [...note.digests],
      at: new Date(Math.floor(at.getTime() / 1000) * 1000),
      account: who.caller.account === undefined ? null : storableText(who.caller.account),
      role: who.viewer.role,
      times,
    })),
  })
}

/** Removes the entries that are older than so many days: the database refuses to remove any other. */
export async function purgeAuditLog(prisma: PrismaClient, days: number): Promise<void> {
  await prisma.$transaction([
    prisma.$executeRaw`SELECT set_config('peo.audit_log_days', ${String(days)}, true)`,
    prisma.auditEntry.deleteMany({ where: { at: { lt: new Date(Date.now() - days * day) } } }),
  ])
}
