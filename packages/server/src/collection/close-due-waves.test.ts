import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { closeDueWaves } from './close-due-waves.ts'
import { fieldingWave } from './testing/fielding-wave.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('empty')
})

const last = new Date('2024-03-31')

const statusOf = async (code: string) =>
  (await database.prisma.wave.findUniqueOrThrow({ where: { code } })).status

const closings = (code: string) =>
  database.prisma.auditEntry.findMany({ where: { subject: 'closeWave', waves: { has: code } } })

test('a wave is closed when its last day is over in the Netherlands, and its answers in words are taken apart', async () => {
  const { prisma } = database
  const { id: waveId } = await fieldingWave(prisma, 'due', { fieldworkTo: last })
  await fieldingWave(prisma, 'later', { fieldworkTo: new Date('2024-04-01') })
  await fieldingWave(prisma, 'draft', { fieldworkTo: last, draft: true })
  await prisma.respondent.create({ data: { waveId, answers: { joy: 7, comment: 'fine' } } })
  expect(await closeDueWaves(prisma, new Date('2024-03-31T21:59:59Z'))).toEqual([])
  expect(await closeDueWaves(prisma, new Date('2024-03-31T22:00:00Z'))).toEqual(['due'])
  expect(await closeDueWaves(prisma, new Date('2024-03-31T22:00:00Z'))).toEqual([])
  expect([await statusOf('due'), await statusOf('later'), await statusOf('draft')]).toEqual([
    'CLOSED',
    'FIELDING',
    'DRAFT',
  ])
  expect(await prisma.openAnswer.findMany({ where: { waveId } })).toMatchObject([{ text: 'fine' }])
  expect(await prisma.respondent.findMany({ where: { waveId } })).toMatchObject([{ answers: { joy: 7 } }])
  expect(await closings('due')).toMatchObject([{ account: 'service', action: 'MUTATION', format: 'service' }])
})

test('of replicas that look at once, one closes a wave', async () => {
  const codes = ['one', 'two', 'three']
  for (const code of codes) await fieldingWave(database.prisma, code, { fieldworkTo: last })
  const closed = await Promise.all(
    [1, 2, 3, 4].map(() => closeDueWaves(database.prisma, new Date('2024-04-01'))),
  )
  expect(closed.flat().sort()).toEqual([...codes].sort())
  for (const code of codes) expect(await closings(code)).toHaveLength(1)
})
