import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { pastedFile } from '../import/answer-file.ts'
import { importAnswers } from '../import/import-answers.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { purgeDueWaves } from './purge-due.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('examples')
})

const day = 24 * 3600_000
const ago = (days: number) => new Date(Date.now() - days * day)
const rows = (code: string) => database.prisma.respondent.count({ where: { wave: { code } } })

/** Puts back when a wave was published. */
const publishedOn = (code: string, at: Date) =>
  database.prisma.release.updateMany({ where: { wave: { code } }, data: { publishedOn: at } })

test('rows that were kept long enough are deleted once, by the service, whatever replicas there are', async () => {
  await publishedOn('peo-2021', ago(30))
  await publishedOn('peo-2022', ago(29))
  const purged = await Promise.all([1, 2, 3].map(() => purgeDueWaves(database.prisma, 30)))
  expect(purged.flat()).toEqual(['peo-2021'])
  expect([await rows('peo-2021'), await rows('peo-2022')]).toEqual([0, 150])
  const log = await database.prisma.auditEntry.findMany({ where: { subject: 'purgeWave' } })
  expect(log).toMatchObject([
    { account: 'service', format: 'service', waves: ['peo-2021'], asked: { rowsKeptDays: 30 } },
  ])
  const table = '{ crosstab(waves: ["peo-2021"], rows: "sector") { base } }'
  const { data } = await ask(createApp(database), table)
  expect(data).toEqual({ crosstab: { base: 180 } })
})

test('a wave that was never published keeps its rows so long after it was closed, and says then that they are gone', async () => {
  const where = { code: 'peo-2022' }
  const kept = await database.prisma.respondent.findMany({ where: { wave: where } })
  const releases = await database.prisma.release.updateMany({
    where: { wave: where },
    data: { publishedOn: ago(0) },
  })
  expect(releases.count).toBe(1)
  await database.prisma.wave.update({ where, data: { status: 'CLOSED', closedOn: ago(29) } })
  expect(await purgeDueWaves(database.prisma, 30)).toEqual([])
  await database.prisma.wave.update({ where, data: { closedOn: ago(30) } })
  expect(await purgeDueWaves(database.prisma, 30)).toEqual(['peo-2022'])
  expect(await rows('peo-2022')).toBe(0)
  const { version } = await database.prisma.wave.findUniqueOrThrow({ where })
  const publish = `mutation { publishWave(input: { wave: "peo-2022", version: ${version} }) { errors { message } } }`
  const { data } = await ask(createApp(database, { viewer: { role: 'STAFF' } }), publish)
  expect(data).toEqual({
    publishWave: { errors: [{ message: expect.stringMatching(/rows of wave peo-2022 were deleted on 20/) }] },
  })
  expect(await importAnswers(database, 'peo-2022', pastedFile('respondent\n'))).toMatchObject({
    problems: [{ code: 'WAVE_NOT_COLLECTING', message: expect.stringContaining('rows were deleted') }],
  })
  await database.prisma.wave.update({ where, data: { status: 'PUBLISHED', purgedOn: null } })
  await database.prisma.respondent.createMany({ data: kept as never })
})

test('staff see beforehand when rows are deleted, and afterwards that they were', async () => {
  await publishedOn('peo-2022', new Date('2022-06-01'))
  const query = '{ wave(code: "peo-2022") { purgeOn purgedOn } }'
  const asStaff = async (rowsKeptDays?: number) =>
    (await ask(createApp(database, { viewer: { role: 'STAFF' }, rowsKeptDays }), query)).data
  expect(await asStaff()).toEqual({ wave: { purgeOn: null, purgedOn: null } })
  expect(await asStaff(36_500)).toEqual({ wave: { purgeOn: '2122-05-08', purgedOn: null } })
  await purgeDueWaves(database.prisma, 30)
  const today = new Date().toISOString().slice(0, 10)
  expect(await asStaff(30)).toEqual({ wave: { purgeOn: null, purgedOn: today } })
})
