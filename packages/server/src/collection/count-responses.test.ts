import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { countResponses, tellable } from './count-responses.ts'
import { fieldingWave } from './testing/fielding-wave.ts'

const k = 5

test('what is told leaves nobody, or k or more together, and of the larger ones as many as do', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 })
  const without = fc.integer({ min: 0, max: 7 })
  const property = fc.property(counts, without, (sizes, unsaid) => {
    const total = sizes.reduce((sum, size) => sum + size, unsaid)
    const told = tellable(new Map(sizes.map((size, index) => [String(index), size])), total, k)
    const left = (shown: readonly number[]) => shown.reduce((rest, size) => rest - size, total)
    const isSafe = (shown: readonly number[]) => left(shown) === 0 || left(shown) >= k || shown.length === 0
    const shown = [...told.values()]
    expect(isSafe(shown)).toBe(true)
    const large = sizes.filter((size) => size >= k).sort((one, other) => other - one)
    expect(shown).toEqual(large.slice(0, shown.length))
    for (let more = shown.length + 1; more <= large.length; more++)
      expect(isSafe(large.slice(0, more))).toBe(false)
  })
  fc.assert(property)
})

test('a wave is counted by organisation, with those who did not say theirs in the total alone', async () => {
  const { prisma } = await testDatabase('empty')
  const wave = await fieldingWave(prisma, 'counted')
  const add = (employer: string | undefined, number: number) =>
    prisma.respondent.createMany({
      data: Array.from({ length: number }, () => ({
        waveId: wave.id,
        answers: employer ? { employer } : {},
      })),
    })
  const counts = async () => {
    const { total, byOrganisation } = await countResponses(prisma, wave)
    return [total, ...byOrganisation.map(({ organisation, count }) => `${organisation} ${count}`)]
  }
  expect(await counts()).toEqual([0, 'org_a null', 'org_b null', 'org_c null'])
  await add('org_a', 7)
  await add('org_b', 6)
  expect(await counts()).toEqual([13, 'org_a 7', 'org_b 6', 'org_c null'])
  await add('org_c', 4)
  expect(await counts()).toEqual([17, 'org_a 7', 'org_b null', 'org_c null'])
  await add(undefined, 1)
  expect(await counts()).toEqual([18, 'org_a 7', 'org_b 6', 'org_c null'])
  await add('org_c', 1)
  expect(await counts()).toEqual([19, 'org_a 7', 'org_b 6', 'org_c null'])
})
