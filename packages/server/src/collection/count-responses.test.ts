import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { countResponses } from './count-responses.ts'
import { fieldingWave } from './testing/fielding-wave.ts'

test('a count changes with every fifth answer alone, of an organisation and of all', async () => {
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
  await add('org_a', 4)
  expect(await counts()).toEqual([0, 'org_a null', 'org_b null', 'org_c null'])
  await add('org_a', 1)
  expect(await counts()).toEqual([5, 'org_a 5', 'org_b null', 'org_c null'])
  await add('org_a', 4)
  await add('org_b', 6)
  expect(await counts()).toEqual([15, 'org_a 5', 'org_b 5', 'org_c null'])
  await add('org_b', 1)
  await add(undefined, 3)
  expect(await counts()).toEqual([15, 'org_a 5', 'org_b 5', 'org_c null'])
  await add(undefined, 1)
  expect(await counts()).toEqual([20, 'org_a 5', 'org_b 5', 'org_c null'])
})

test('raising k tells nothing more: a count is there, rounded to five, or it is not', async () => {
  const { prisma } = await testDatabase('empty')
  const { id } = await fieldingWave(prisma, 'higher')
  const add = (number: number) =>
    prisma.respondent.createMany({
      data: Array.from({ length: number }, () => ({ waveId: id, answers: { employer: 'org_b' } })),
    })
  /** What is told at each k, as staff raise it. */
  const told = async () => {
    const counts = []
    for (let k = 5; k <= 25; k++) {
      const { total, byOrganisation } = await countResponses(prisma, { id, minimumGroupSize: k })
      counts.push([total, byOrganisation[1]!.count])
    }
    return counts
  }
  await add(15)
  const expected = Array.from({ length: 21 }, (_, place) => (place <= 10 ? [15, 15] : [0, null]))
  expect(await told()).toEqual(expected)
  await add(4)
  expect(await told()).toEqual(expected)
})
