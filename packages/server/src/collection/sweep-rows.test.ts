import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { closeWave, purgeWave } from '../wave-life/advance-wave.ts'
import { hasOldRows, rewriteRows, sweepRows } from './sweep-rows.ts'
import { fieldingWave } from './testing/fielding-wave.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('empty')
  // An ANALYZE of the server's own at the same moment still sees old versions, and has them kept until it ends.
  const tables = await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
  for (const { tablename } of tables)
    await query(`ALTER TABLE "${tablename}" SET (autovacuum_enabled = false)`)
})

// So does one of a table of the server itself, which cannot be kept from it.
beforeEach(async () => {
  if (database.kind !== 'postgresql') return
  const others = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type LIKE 'autovacuum%'`
  await vi.waitFor(async () => expect(await query(others)).toEqual([]), { timeout: 60_000 })
})

async function answeredWave(code: string) {
  const { prisma } = database
  const { id: waveId } = await fieldingWave(prisma, code)
  const answers = { joy: 1, comment: 'between us' }
  await prisma.respondent.createMany({ data: Array.from({ length: 500 }, () => ({ waveId, answers })) })
  await prisma.invitation.create({ data: { waveId, codeHash: randomBytes(32) } })
  await prisma.answerLink.create({ data: { waveId, secretHash: randomBytes(32) } })
  return waveId
}

const query = (sql: string) => database.withSql((runner) => runner.query(sql))
const size = () => query(`SELECT pg_relation_size('"Respondent"')::int AS size`)

test('nothing is kept of rows that are gone', async () => {
  const waveId = await answeredWave('swept')
  await database.prisma.wave.delete({ where: { id: waveId } })
  expect(await size()).not.toEqual([{ size: 0 }])
  await sweepRows(database.prisma)
  expect(await size()).toEqual([{ size: 0 }])
})

test('of a wave that is closed, no old version of a row is left in its file', async () => {
  await answeredWave('closed')
  const before = await size()
  expect(before).not.toEqual([{ size: 0 }])
  expect((await closeWave(database.prisma, { wave: 'closed', version: 3 })).kind).toBe('wave')
  // All were written again, without their words.
  const [{ size: after } = { size: undefined }] = await size()
  expect(Number(after)).toBeLessThanOrEqual(Number(before[0]!.size))
  await database.prisma.wave.delete({ where: { code: 'closed' } })
})

test('what another transaction still sees is known to be left, and gone when that is over', async (context) => {
  const { prisma, kind } = database
  if (kind !== 'postgresql') context.skip('nobody else uses an embedded database')
  const waveId = await answeredWave('seen')
  const isLeft = async () => {
    await rewriteRows(prisma)
    return hasOldRows(prisma)
  }
  expect(await isLeft()).toBe(false)
  await prisma.$transaction(
    async (other) => {
      await other.$queryRaw`SELECT count(*)::int FROM "Wave"`
      await prisma.wave.delete({ where: { id: waveId } })
      expect(await isLeft()).toBe(true)
    },
    { isolationLevel: 'RepeatableRead', timeout: 20_000 },
  )
  expect(await isLeft()).toBe(false)
  expect(await size()).toEqual([{ size: 0 }])
})

test('of a wave that is purged, no answer, invitation or link is left, nor a trace of them', async () => {
  const { prisma } = database
  const waveId = await answeredWave('purged')
  await query('ANALYZE')
  await prisma.wave.update({ where: { id: waveId }, data: { status: 'WITHDRAWN' } })
  expect((await purgeWave(prisma, { wave: 'purged', version: 3 })).kind).toBe('wave')
  expect([
    await prisma.respondent.count(),
    await prisma.invitation.count(),
    await prisma.answerLink.count(),
  ]).toEqual([0, 0, 0])
  expect(await size()).toEqual([{ size: 0 }])
  const sampled = `SELECT most_common_vals FROM pg_stats WHERE schemaname = 'public' AND`
  expect(await query(`${sampled} tablename = 'Respondent' AND attname = 'waveId'`)).toHaveLength(1)
  expect(
    await query(`${sampled} (tablename, attname) IN (('Respondent', 'answers'), ('OpenAnswer', 'text'))`),
  ).toEqual([])
})
