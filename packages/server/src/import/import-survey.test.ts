import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { importSurvey } from './import-survey.ts'
import { sampledSurvey, withoutStratum } from './testing/sampled-survey.ts'
import { goodAnswers, header, smallCodebook, surveyFolder } from './testing/small-survey.ts'
import { countRows, emptyTables } from './testing/table-rows.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})
afterEach(() => emptyTables(database))

const imported = { publish: false, dryRun: false }
const published = { publish: true, dryRun: false }
const checked = { publish: true, dryRun: true }
const goodSurvey = () => surveyFolder(smallCodebook(), { 'answers.csv': goodAnswers })
const problemCodes = (outcome: Awaited<ReturnType<typeof importSurvey>>) =>
  'problems' in outcome ? outcome.problems.map(({ column, code }) => [column, code]) : []

test('an import is kept, and not published unless asked', async () => {
  const outcome = await importSurvey(database, await goodSurvey(), imported)
  expect(outcome).toEqual({ waves: [{ code: 'peo-1', respondents: 12 }] })
  expect(await countRows(database)).toEqual({
    Wave: 1,
    Variable: 6,
    Category: 6,
    Net: 1,
    Question: 6,
    Breakdown: 1,
    BreakdownVariable: 1,
    Respondent: 12,
    ImportedFile: 1,
    AuditEntry: 1,
  })
  expect(await database.prisma.wave.findFirst()).toMatchObject({ status: 'CLOSED' })
})

test('publishing marks the wave and writes a release, in which no text answer is', async () => {
  await importSurvey(database, await goodSurvey(), published)
  expect(await database.prisma.wave.findFirst()).toMatchObject({ status: 'PUBLISHED' })
  const release = await database.prisma.release.findFirstOrThrow({ include: { columns: true } })
  expect(release).toMatchObject({ number: 1, respondents: 12 })
  expect(release.columns.map(({ variable }) => variable).toSorted()).toEqual([
    'causes',
    'joy',
    'pressure',
    'sector',
    'weight',
  ])
  expect(JSON.stringify(release)).not.toContain('06-12345678')
  for (const { data } of release.columns)
    expect(Buffer.from(data).toString('latin1')).not.toContain('call me')
})

test('a dry run writes nothing, and says what would be imported', async () => {
  const outcome = await importSurvey(database, await goodSurvey(), checked)
  expect(outcome).toEqual({ waves: [{ code: 'peo-1', respondents: 12 }] })
  expect(await countRows(database)).toEqual({})
})

test('one wrong answer in one of two waves, and nothing is imported', async () => {
  const { variables, waves } = smallCodebook()
  const second = { ...waves[0]!, code: 'peo-2', responses: 'second.csv' }
  const file = await surveyFolder(
    { variables, waves: [...waves, second] },
    { 'answers.csv': goodAnswers, 'second.csv': `${header}\n1,x,1,7,1,0,,1` },
  )
  expect(problemCodes(await importSurvey(database, file, published))).toEqual([
    ['sector', 'UNKNOWN_CATEGORY'],
  ])
  expect(await countRows(database)).toEqual({})
})

test('a failure while writing leaves nothing', async () => {
  const { variables, waves } = smallCodebook({ title: { nl: 'x', en: 'not \0 storable' } })
  const file = await surveyFolder({ variables, waves }, { 'answers.csv': goodAnswers })
  await expect(importSurvey(database, file, published)).rejects.toThrow()
  expect(await countRows(database)).toEqual({})
})

test('the same survey a second time is imported already, dry run or not, and changes nothing', async () => {
  const file = await goodSurvey()
  await importSurvey(database, file, published)
  const before = await countRows(database)
  for (const options of [published, checked, imported]) {
    const outcome = await importSurvey(database, file, options)
    expect(outcome).toEqual({ waves: [{ code: 'peo-1', respondents: 12 }], already: true })
  }
  expect(await countRows(database)).toEqual(before)
})

test.each([
  ['with other answers', imported, goodAnswers.replace('call me on 06-12345678', '')],
  ['that was not published and should be now', published, goodAnswers],
])('a wave that is there already, %s, clashes', async (_, options, answers) => {
  await importSurvey(database, await goodSurvey(), imported)
  const before = await countRows(database)
  const outcome = await importSurvey(
    database,
    await surveyFolder(smallCodebook(), { 'answers.csv': answers }),
    options,
  )
  expect(problemCodes(outcome)).toEqual([['waves.peo-1', 'WAVE_EXISTS']])
  expect(await countRows(database)).toEqual(before)
})

test('what cannot be published is said before anything is written, in a dry run too', async () => {
  const file = await surveyFolder(smallCodebook({ fieldwork: null }), { 'answers.csv': goodAnswers })
  for (const options of [published, checked]) {
    expect(await importSurvey(database, file, options)).toEqual({
      problems: [
        {
          file,
          row: null,
          column: 'waves.peo-1',
          code: 'WAVE_NOT_CLOSED',
          message: 'is published only when its fieldwork is over',
        },
      ],
    })
  }
  expect(await countRows(database)).toEqual({})
  expect(await importSurvey(database, file, imported)).toHaveProperty('waves')
})

test('of a file with a header only nothing is imported', async () => {
  const file = await surveyFolder(smallCodebook(), { 'answers.csv': header })
  expect(problemCodes(await importSurvey(database, file, imported))).toEqual([[null, 'NO_RESPONDENTS']])
  expect(await countRows(database)).toEqual({})
})

test('answers that do not fit the design are no less said before anything is written', async () => {
  const file = await sampledSurvey({ strata: 'stratum', population: { 1: 9, 2: 6 } }, withoutStratum(1))
  const short = await sampledSurvey({ strata: 'stratum', population: { 1: 9, 2: 15 } })
  for (const options of [published, checked]) {
    expect(await importSurvey(database, file, options)).toEqual({
      problems: [
        {
          file,
          row: null,
          column: 'waves.fpc.design',
          code: 'DESIGN_NOT_MET',
          message: '1 of 40 respondents have no stratum; fill it in, or leave it out of the design',
        },
      ],
    })
    expect(problemCodes(await importSurvey(database, short, options))).toEqual([
      ['waves.fpc.design', 'DESIGN_NOT_MET'],
    ])
  }
  expect(await countRows(database)).toEqual({})
})

test('a plan that its audit does not pass is said, and nothing is kept', async () => {
  const file = await goodSurvey()
  const audit = async () => [{ family: 'joy|sector', group: 'a', problem: 'FOLLOWS', answer: null }] as const
  expect(await importSurvey(database, file, { ...published, audit })).toEqual({
    problems: [
      {
        file,
        row: null,
        column: 'waves.peo-1',
        code: 'AUDIT_FAILED',
        message:
          'joy by sector, group a: a count follows from what would be published; merge categories, leave out a breakdown or raise minimumGroupSize',
      },
    ],
  })
  expect(await countRows(database)).toEqual({})
})

test('a missing file of answers', async () => {
  const file = await surveyFolder(smallCodebook(), {})
  expect(problemCodes(await importSurvey(database, file, imported))).toEqual([[null, 'FILE_NOT_FOUND']])
  expect(await countRows(database)).toEqual({})
})
