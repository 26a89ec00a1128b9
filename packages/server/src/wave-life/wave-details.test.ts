import { expect, test } from 'vitest'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
import { testDatabase } from '../testing/test-database.ts'
import { closeWave } from './advance-wave.ts'
import { updateWave } from './wave-details.ts'

test('k is lowered in a draft alone: whoever answers was told what it is', async () => {
  const { prisma } = await testDatabase('empty')
  const set = async (wave: string, minimumGroupSize: number) => {
    const { version } = await prisma.wave.findUniqueOrThrow({ where: { code: wave } })
    const outcome = await updateWave(prisma, { wave, version }, { minimumGroupSize })
    return outcome.kind === 'wave' ? outcome.wave.minimumGroupSize : `${outcome.code} ${outcome.field}`
  }
  await fieldingWave(prisma, 'draft', { draft: true })
  expect([await set('draft', 30), await set('draft', 10)]).toEqual([30, 10])
  const refused = 'WRONG_STATE minimumGroupSize'
  await fieldingWave(prisma, 'open')
  expect([await set('open', 20), await set('open', 20), await set('open', 19)]).toEqual([20, 20, refused])
  const { version } = await prisma.wave.findUniqueOrThrow({ where: { code: 'open' } })
  expect((await closeWave(prisma, { wave: 'open', version })).kind).toBe('wave')
  expect([await set('open', 21), await set('open', 5)]).toEqual([21, refused])
})
