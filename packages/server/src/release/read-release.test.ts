import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { importSurvey } from '../import/import-survey.ts'
import { sampledSurvey } from '../import/testing/sampled-survey.ts'
import { countStatements } from '../testing/count-statements.ts'
import { testDatabase } from '../testing/test-database.ts'
import { byteCache } from './byte-cache.ts'
import { columnReader } from './read-column.ts'
import { readRelease } from './read-release.ts'

let database: Database
let digest: string

beforeAll(async () => {
  database = await testDatabase('examples')
  const release = await database.prisma.release.findFirstOrThrow({ where: { wave: { code: 'peo-2022' } } })
  digest = release.digest
})

const releaseWith = (cacheBytes: number) =>
  readRelease(database.prisma, digest, {
    cache: byteCache(cacheBytes),
    readColumn: columnReader(database.prisma),
  })

/** How many columns were read meanwhile. */
async function columnsRead(work: () => Promise<unknown>): Promise<number> {
  const { statements } = await countStatements(database, work)
  return statements.filter((sql) => sql.includes('"slice"')).length
}

test('a column is read when it is first asked for, the weights with the first weighted table', async () => {
  const release = await releaseWith(2 ** 20)
  expect(await columnsRead(() => release.data(['sector', 'werkplezier'], false))).toBe(2)
  expect(await columnsRead(() => release.data(['sector'], true))).toBe(1)
  expect(await columnsRead(() => release.data(['werkplezier', 'sector'], true))).toBe(0)
})

test('the data has the columns that were asked for and no others', async () => {
  const release = await releaseWith(2 ** 20)
  await release.data(['werkdruk'], true)
  const { weights, columns, variables, size, wave } = await release.data(['sector'], false)
  expect([weights, [...columns.keys()], [...variables.keys()], size, wave]).toEqual([
    undefined,
    ['sector'],
    ['sector'],
    150,
    'peo-2022',
  ])
  expect((await release.data([], true)).weights).toHaveLength(150)
})

test('requests at the same time share one reading', async () => {
  const release = await releaseWith(2 ** 20)
  const ask = () => release.data(['sector'], false)
  expect(await columnsRead(() => Promise.all([ask(), ask(), ask()]))).toBe(1)
})

test('columns are kept up to a number of bytes', async () => {
  // Room for two columns of 150 respondents, each with up to seven bytes of padding.
  const release = await releaseWith(330)
  expect(await columnsRead(() => release.data(['sector', 'werkdruk'], false))).toBe(2)
  expect(await columnsRead(() => release.data(['ervaring'], false))).toBe(1)
  expect(await columnsRead(() => release.data(['werkdruk', 'ervaring'], false))).toBe(0)
  expect(await columnsRead(() => release.data(['sector'], false))).toBe(1)
})

test('a column larger than all there is room for is read each time', async () => {
  const release = await releaseWith(100)
  const { columns } = await release.data(['sector'], false)
  expect(columns.get('sector')).toMatchObject({ kind: 'single', codes: { length: 150 } })
  expect(await columnsRead(() => release.data(['sector'], false))).toBe(1)
})

test('a reading that fails is tried again', async () => {
  const release = await releaseWith(2 ** 20)
  await database.prisma.releaseColumn.updateMany({
    where: { variable: 'sector' },
    data: { variable: 'lost' },
  })
  await expect(release.data(['sector'], false)).rejects.toThrow(`Release ${digest} has no column sector.`)
  await database.prisma.releaseColumn.updateMany({
    where: { variable: 'lost' },
    data: { variable: 'sector' },
  })
  expect((await release.data(['sector'], false)).columns.get('sector')).toBeDefined()
})

test('no release has an open answer', async () => {
  const { codebook, data } = await releaseWith(2 ** 20)
  expect(codebook.variables.map(({ code }) => code)).toContain('wat_helpt')
  const all = await data(
    codebook.variables.map(({ code }) => code),
    true,
  )
  expect(all.columns.size).toBeGreaterThan(10)
  expect([...all.columns.keys(), ...all.variables.keys()]).not.toContain('wat_helpt')
  expect(await database.prisma.releaseColumn.count({ where: { variable: 'wat_helpt' } })).toBe(0)
})

test('the design of a sample comes with weighted tables only, is worked out once, and takes its room', async () => {
  const file = await sampledSurvey({ strata: 'stratum', clusters: 'cluster', population: { 1: 15, 2: 12 } })
  await importSurvey(database, file, { publish: true, dryRun: false })
  const release = await database.prisma.release.findFirstOrThrow({ where: { wave: { code: 'fpc' } } })
  const sampled = (cacheBytes: number) =>
    readRelease(database.prisma, release.digest, {
      cache: byteCache(cacheBytes),
      readColumn: columnReader(database.prisma),
    })
  const { data } = await sampled(2 ** 20)
  expect((await data(['x'], false)).design).toBeUndefined()
  const { design, columns } = await data(['x'], true)
  expect([...columns.keys()]).toEqual(['x'])
  expect(design).toMatchObject({ clustered: true, stratumOf: { length: 8 }, unitBytes: [{ length: 40 }] })
  expect(design?.strata.toSorted((a, b) => a.sampled - b.sampled)).toEqual([
    { sampled: 3, fraction: 3 / 12 },
    { sampled: 5, fraction: 5 / 15 },
  ])
  expect(await columnsRead(() => data(['x'], true))).toBe(0)
  expect((await data(['x'], true)).design).toBe(design)
  // `x` (40 + 56 bytes) and the weights (360) leave no room for the design (40 + 32 + 64).
  const crowded = await sampled(500)
  const first = await crowded.data(['x'], true)
  const second = await crowded.data(['x'], true)
  expect(second.design).toEqual(first.design)
  expect(second.design).not.toBe(first.design)
})
