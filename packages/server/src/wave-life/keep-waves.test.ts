import { expect, test } from 'vitest'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
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
