import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Database } from '../database/database.ts'
import { closedAfterFile } from '../testing/after-file.ts'
import { emptyAuditLog } from '../testing/empty-audit-log.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { openAuditLog, purgeAuditLog } from './audit-log.ts'
import { note, who, writtenEntries } from './testing/written-entries.ts'

const database: Database = await testDatabase('examples')

beforeEach(() => emptyAuditLog(database))

const entries = () => writtenEntries(database)

test('the database refuses to change or remove an entry before its time, and the purge removes what is over it', async () => {
  const old = new Date(Date.now() - 31 * 24 * 3600 * 1000)
  const { subject, format } = note
  const entry = { subject, format, action: 'TABLE' as const, role: 'STAFF', asked: {}, times: 1 }
  const { prisma } = database
  await prisma.auditEntry.createMany({
    data: [
      { ...entry, at: old },
      { ...entry, at: new Date() },
    ],
  })
  await expect(prisma.auditEntry.updateMany({ data: { times: 2 } })).rejects.toThrow('append-only')
  await expect(prisma.auditEntry.deleteMany()).rejects.toThrow('append-only')
  await expect(prisma.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow('append-only')
  await purgeAuditLog(prisma, 32)
  expect(await prisma.auditEntry.count()).toBe(2)
  await purgeAuditLog(prisma, 30)
  expect(await prisma.auditEntry.count()).toBe(1)
})

test('what the database does not take is kept and written later; what is too much is counted as lost', async () => {
  const lines = loggedLines()
  let lost = 0
  const log = closedAfterFile(
    openAuditLog(database.prisma, 365, (notes) => {
      lost += notes
    }),
  )
  const create = vi.spyOn(database.prisma.auditEntry, 'createMany').mockRejectedValueOnce(new Error('down'))
  onTestFinished(() => create.mockRestore())
  log.record(who, [note, note])
  await expect.poll(async () => (await entries()).length, { timeout: 5000 }).toBe(1)
  expect(lines().some(({ error }) => error?.includes('down'))).toBe(true)
  expect(await entries()).toMatchObject([{ account: 'a', times: 2 }])
  expect(lost).toBe(0)
  create.mockRejectedValue(new Error('down'))
  log.record(
    who,
    Array.from({ length: 12_000 }, (_, index) => ({ ...note, subject: String(index) })),
  )
  await log.close()
  expect(lost).toBe(12_000)
})

test('a note that the database refuses takes no other with it, and is counted', async () => {
  const lost: number[] = []
  const log = closedAfterFile(openAuditLog(database.prisma, 365, (notes) => lost.push(notes)))
  const who = { viewer: { role: 'STAFF' as const }, caller: { account: 'a', address: '' } }
  const note = { subject: 'x', waves: [], asked: {}, format: 'graphql', digests: [] }
  log.record(who, [
    { ...note, action: 'MUTATION' },
    { ...note, action: 'NONE' as never },
  ])
  await log.close()
  expect(lost.filter((notes) => notes > 0)).toEqual([1])
  expect(await entries()).toHaveLength(1)
})
