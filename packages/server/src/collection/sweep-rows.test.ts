import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { sweepRows } from './sweep-rows.ts'
import { fieldingWave } from './testing/fielding-wave.ts'

test('nothing is kept of rows that are gone', async () => {
  const { prisma, withSql } = await testDatabase('empty')
  const { id: waveId } = await fieldingWave(prisma, 'swept')
  await prisma.respondent.createMany({
    data: Array.from({ length: 500 }, () => ({ waveId, answers: { joy: 1 } })),
  })
  await prisma.respondent.deleteMany()
  const size = () => withSql((sql) => sql.query(`SELECT pg_relation_size('"Respondent"')::int AS size`))
  expect(await size()).not.toEqual([{ size: 0 }])
  await sweepRows(prisma)
  expect(await size()).toEqual([{ size: 0 }])
})
