import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { countStatements } from '../testing/count-statements.ts'
import { testDatabase } from '../testing/test-database.ts'
import { columnReader } from './read-column.ts'

const slice = 256 * 1024
let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})

/** A release of as many respondents as a column has bytes, or as are given, with the one column `c`. */
async function storeColumn(data: Uint8Array<ArrayBuffer>, levels: number[] = [], respondents = data.length) {
  const code = `w${data.length}-${respondents}`
  const { digest } = await database.prisma.release.create({
    data: {
      wave: { create: { code, titleNl: code, titleEn: code, theme: 't' } },
      number: 1,
      digest: code,
      publishedOn: new Date(0),
      respondents,
      codebook: {},
      plan: {},
      columns: { create: { variable: 'c', data, levels } },
    },
  })
  return digest
}

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919) >> 3)

test.each([
  [1, 1],
  [slice, 1],
  [slice + 1, 2],
  [3 * slice - 1, 3],
])('%i bytes come in %i slices', async (length, slices) => {
  const digest = await storeColumn(bytes(length))
  const { result, statements } = await countStatements(database, () =>
    columnReader(database.prisma)(digest, 'c'),
  )
  expect(result.data.length).toBe(length)
  expect(Buffer.compare(result.data, bytes(length))).toBe(0)
  expect(result.data.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(statements).toHaveLength(slices)
})

test.each([
  1, 2, 3, 4, 5, 6, 7, 8, 9,
])('doubles after %i bytes of presence begin at a multiple of eight', async (size) => {
  const digest = await storeColumn(bytes(size * 9), [], size)
  const { data } = await columnReader(database.prisma)(digest, 'c')
  expect((data.byteOffset + size) % 8).toBe(0)
  expect(Buffer.compare(data, bytes(size * 9))).toBe(0)
})

test('levels come as they were, to the last digit', async () => {
  const levels = [-1e300, -0.1, 1 / 3, 5e-324, 2 ** 53]
  const digest = await storeColumn(bytes(20), levels)
  expect((await columnReader(database.prisma)(digest, 'c')).levels).toEqual(levels)
})

test('a column from before there were levels has none', async () => {
  const digest = await storeColumn(bytes(21))
  await database.withSql(({ execute }) => execute('UPDATE "ReleaseColumn" SET "levels" = NULL'))
  expect((await columnReader(database.prisma)(digest, 'c')).levels).toEqual([])
})

test('the slices of columns that are read together take turns', async () => {
  const [long, short] = [await storeColumn(bytes(2 * slice + 5)), await storeColumn(bytes(22))]
  let [running, most] = [0, 0]
  const $queryRaw = async (...statement: Parameters<typeof database.prisma.$queryRaw>) => {
    most = Math.max(most, ++running)
    return database.prisma.$queryRaw(...statement).finally(() => running--)
  }
  const read = columnReader({ $queryRaw } as typeof database.prisma)
  const order: string[] = []
  await Promise.all([
    read(long, 'c').then(() => order.push('long')),
    read(short, 'c').then(() => order.push('short')),
  ])
  expect(order).toEqual(['short', 'long'])
  expect(most).toBe(1)
})

test('a column that is not there, and the next one all the same', async () => {
  const digest = await storeColumn(bytes(23))
  const read = columnReader(database.prisma)
  const [lost, found] = await Promise.allSettled([read(digest, 'd'), read(digest, 'c')])
  expect(lost).toMatchObject({ reason: new Error(`Release ${digest} has no column d.`) })
  expect(found.status).toBe('fulfilled')
})
