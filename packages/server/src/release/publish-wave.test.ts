import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { importSurvey } from '../import/import-survey.ts'
import { goodAnswers, header, smallCodebook, surveyFolder } from '../import/testing/small-survey.ts'
import { emptyTables } from '../import/testing/table-rows.ts'
import { testDatabase } from '../testing/test-database.ts'
import { publishWave } from './publish-wave.ts'
import { publishedReleases } from './published-releases.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})
afterEach(() => emptyTables(database))

const publish = () => database.prisma.$transaction((transaction) => publishWave(transaction, 'peo-1'))

async function importWave(changes: Parameters<typeof smallCodebook>[0] = {}, answers = goodAnswers) {
  const file = await surveyFolder(smallCodebook(changes), { 'answers.csv': answers })
  const outcome = await importSurvey(database, file, { publish: false, dryRun: false })
  expect(outcome).toHaveProperty('waves')
}

test('a release has its plan, its codebook and a column per variable that is tabulated', async () => {
  await importWave({ minimumGroupSize: 6 })
  const digest = await publish()
  const [release] = await publishedReleases(database.prisma)()
  if (release === undefined) throw new Error('nothing is published')
  expect(release.digest).toBe(digest)
  expect(release.plan).toMatchObject({
    minimumGroupSize: 6,
    background: ['sector'],
    questions: ['pressure', 'joy', 'causes'],
    breakdowns: [['sector']],
  })
  expect(release.codebook.wave).toEqual({ code: 'peo-1', title: { nl: 'First', en: 'First' } })
  expect(release.codebook.variables[0]).toMatchObject({ code: 'sector', role: 'background' })
  expect(release.codebook.variables[3]).toMatchObject({
    code: 'causes',
    askedIf: { variable: 'pressure', in: ['1'] },
    categories: [{ code: 'rules' }, { code: 'hours' }],
  })
  expect([...release.data.columns.keys()].toSorted()).toEqual(['causes', 'joy', 'pressure', 'sector'])
  expect(release.data.weights).toEqual(new Float64Array(12).fill(1))
  const pressure = release.data.columns.get('pressure')
  const given = pressure?.kind === 'single' ? [...pressure.codes].toSorted() : []
  expect(given).toEqual([...Array(8).fill(0), ...Array(4).fill(1)])
})

test('a group below the minimum is withheld in the plan', async () => {
  await importWave({ minimumGroupSize: 7 })
  await publish()
  const [release] = await publishedReleases(database.prisma)()
  expect(release?.plan.withheld['joy|sector']).toEqual(expect.arrayContaining(['a', 'b']))
})

test('a note on comparability goes with the release', async () => {
  await importWave()
  await database.prisma.question.updateMany({
    where: { variable: { code: 'joy' } },
    data: { comparabilityNoteNl: 'andere schaal', comparabilityNoteEn: 'another scale' },
  })
  await publish()
  const [release] = await publishedReleases(database.prisma)()
  const notes = release?.codebook.variables.map(({ comparabilityNote }) => comparabilityNote)
  expect(notes?.filter(Boolean)).toEqual([{ nl: 'andere schaal', en: 'another scale' }])
})

test('a release is numbered after the one before', async () => {
  await importWave()
  await publish()
  await database.prisma.wave.updateMany({ data: { status: 'CLOSED', titleEn: 'First, mended' } })
  await publish()
  const releases = await database.prisma.release.findMany({ orderBy: { number: 'asc' } })
  expect(releases.map(({ number }) => number)).toEqual([1, 2])
})

test.each(['DRAFT', 'FIELDING', 'PUBLISHED', 'WITHDRAWN'] as const)('a wave that is %s', async (status) => {
  await importWave()
  await database.prisma.wave.updateMany({ data: { status } })
  await expect(publish()).rejects.toThrow(`Wave peo-1 is ${status}; only a closed wave is published.`)
  expect(await database.prisma.release.count()).toBe(0)
})

test('a wave without answers, and a wave that does not exist', async () => {
  await expect(publish()).rejects.toThrow()
  await importWave({}, header)
  await expect(publish()).rejects.toThrow('Wave peo-1 has no answers to publish.')
  expect(await database.prisma.wave.findFirst()).toMatchObject({ status: 'CLOSED' })
})
