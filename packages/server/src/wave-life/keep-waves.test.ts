import { expect, test } from 'vitest'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
import { importSurvey } from '../import/import-survey.ts'
import { planOnce } from '../release/kept-plans.ts'
import { sourceDigest } from '../release/prepare-release.ts'
import { readWave, storedColumns } from '../release/read-wave.ts'
import { previewSurvey } from '../testing/preview-survey.ts'
import { testDatabase } from '../testing/test-database.ts'
import { keepWaves } from './keep-waves.ts'

test('a service that starts closes what is due, and deletes what was kept long enough', async () => {
  const { prisma, withSql } = await testDatabase('examples')
  const file = () => withSql((sql) => sql.query(`SELECT pg_relation_filenode('"Respondent"')`))
  await fieldingWave(prisma, 'overdue', { fieldworkTo: new Date('2024-03-31') })
  const publishedOn = new Date('2022-06-01')
  await prisma.release.updateMany({ where: { wave: { code: 'peo-2022' } }, data: { publishedOn } })
  await keepWaves(prisma).end()
  expect(await prisma.wave.findUnique({ where: { code: 'overdue' } })).toMatchObject({ status: 'CLOSED' })
  const rows = () => prisma.respondent.count({ where: { wave: { code: 'peo-2022' } } })
  expect(await rows()).toBe(150)
  const before = await file()
  await keepWaves(prisma, 30).end()
  expect(await rows()).toBe(0)
  expect(await file()).not.toEqual(before)
})

test('the plan of a wave that is closed is there before staff ask for it', async () => {
  const database = await testDatabase('empty')
  const { prisma } = database
  await importSurvey(database, await previewSurvey(), { publish: false, dryRun: false })
  // No other file plans it so.
  await prisma.wave.update({ where: { code: 'plan' }, data: { minimumGroupSize: 9 } })
  await keepWaves(prisma).end()
  const wave = (await readWave(prisma, 'plan'))!
  const made = () => Promise.reject(new Error('made again'))
  const plan = await planOnce(sourceDigest(wave, await storedColumns(wave)), made)
  expect(plan).toMatchObject({ wave: 'plan', minimumGroupSize: 9 })
})
