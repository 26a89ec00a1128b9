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

test('a wave that takes answers is not closed by a last day that is past', async () => {
  const { prisma } = await testDatabase('empty')
  await fieldingWave(prisma, 'until')
  const until = async (day: string) => {
    const { version } = await prisma.wave.findUniqueOrThrow({ where: { code: 'until' } })
    // Of a summer's evening in the Netherlands.
    const now = new Date('2030-07-10T21:30:00Z')
    const details = { fieldworkTo: new Date(day) }
    const outcome = await updateWave(prisma, { wave: 'until', version }, details, now)
    return outcome.kind === 'wave' ? outcome.wave.status : `${outcome.field}: ${outcome.message}`
  }
  expect(await until('2030-07-09')).toMatch(/^fieldworkTo: .*closeWave ends it now/)
  expect(await until('2030-07-10')).toBe('FIELDING')
  expect(await until('2031-01-01')).toBe('FIELDING')
})
