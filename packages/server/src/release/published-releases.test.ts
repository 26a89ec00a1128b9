import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { countStatements } from '../testing/count-statements.ts'
import { testDatabase } from '../testing/test-database.ts'
import { publishedReleases } from './published-releases.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('examples')
})

const codes = (releases: Awaited<ReturnType<ReturnType<typeof publishedReleases>>>) =>
  releases.map(({ codebook }) => codebook.wave.code)

test('the releases of published waves, by code, read from the database once', async () => {
  const releases = publishedReleases(database.prisma, 2 ** 20, () => 0)
  const first = await releases()
  expect(codes(first)).toEqual(['peo-2021', 'peo-2022'])
  expect(first.map(({ size }) => size)).toEqual([180, 150])
  const again = await releases()
  expect(again[0]).toBe(first[0])
  expect(again[1]).toBe(first[1])
})

test('requests at the same time share one reading', async () => {
  const releases = publishedReleases(database.prisma)
  const [first, second] = await Promise.all([releases(), releases()])
  expect(first![0]).toBe(second![0])
})

test('a reading that fails is tried again', async () => {
  const releases = publishedReleases(database.prisma)
  const where = { code: 'peo-2021' }
  const { id, codebook } = await database.prisma.release.findFirstOrThrow({ where: { wave: where } })
  await database.prisma.release.update({ where: { id }, data: { codebook: {} } })
  await expect(releases()).rejects.toThrow()
  await database.prisma.release.update({ where: { id }, data: { codebook: codebook! } })
  expect(codes(await releases())).toEqual(['peo-2021', 'peo-2022'])
})

test('which releases are current is asked once a second, and once for all who ask meanwhile', async () => {
  let time = 5000
  const releases = publishedReleases(database.prisma, 2 ** 20, () => time)
  await releases()
  const asked = async () =>
    (await countStatements(database, () => Promise.all([releases(), releases()]))).statements
  time += 999
  expect(await asked()).toEqual([])
  time += 1
  // Waves, and the newest release of each.
  expect(await asked()).toHaveLength(2)
  expect(await asked()).toEqual([])
})

test('who changed them has them looked at again, also where they are being read', async () => {
  const releases = publishedReleases(database.prisma, 2 ** 20, () => 0)
  const where = { code: 'peo-2022' }
  const old = releases()
  await database.prisma.wave.update({ where, data: { status: 'WITHDRAWN' } })
  releases.lookAgain()
  expect(codes(await releases())).toEqual(['peo-2021'])
  await old
  expect(codes(await releases())).toEqual(['peo-2021'])
  await database.prisma.wave.update({ where, data: { status: 'PUBLISHED' } })
})

test('a wave that is withdrawn is gone a second later, and comes back with its newest release', async () => {
  let time = 0
  const releases = publishedReleases(database.prisma, 2 ** 20, () => time)
  await releases()
  const where = { code: 'peo-2021' }
  await database.prisma.wave.update({ where, data: { status: 'WITHDRAWN' } })
  expect(codes(await releases())).toEqual(['peo-2021', 'peo-2022'])
  time += 1000
  expect(codes(await releases())).toEqual(['peo-2022'])
  const { id, columns, ...old } = await database.prisma.release.findFirstOrThrow({
    where: { wave: where },
    include: { columns: { select: { variable: true, data: true, levels: true } } },
  })
  await database.prisma.release.create({
    data: {
      ...old,
      codebook: old.codebook!,
      plan: old.plan!,
      number: 2,
      digest: 'the second',
      columns: { create: columns },
    },
  })
  await database.prisma.wave.update({ where, data: { status: 'PUBLISHED' } })
  time += 1000
  expect((await releases())[0]?.digest).toBe('the second')
})
