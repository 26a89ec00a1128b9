import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { saveSurvey, waveStatus } from './save-survey.ts'
import { givenAnswers } from './testing/given-answers.ts'
import { sampledCodebook } from './testing/sampled-survey.ts'
import { smallCodebook } from './testing/small-survey.ts'
import { emptyTables } from './testing/table-rows.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})
beforeEach(() => emptyTables(database))

test('a survey is kept as its codebook has it, in its order', async () => {
  const publication = { year: 2020, isbn: '9789083115214', authors: ['A. Uthor', 'B. Uthor'] }
  const codebook = smallCodebook({ publication, minimumGroupSize: 7 })
  const rows = [{ sector: 'a', causes: ['rules'], joy: 7.5, remark: 'é "\\' }, {}]
  const survey = { codebook, digest: 'c1', answers: new Map([['peo-1', givenAnswers(rows)]]) }
  await database.prisma.$transaction((transaction) => saveSurvey(transaction, survey))
  const order = { orderBy: { position: 'asc' } } as const
  const wave = await database.prisma.wave.findUniqueOrThrow({
    where: { code: 'peo-1' },
    include: {
      questions: { ...order, include: { variable: { include: { categories: order, nets: order } } } },
      breakdowns: { include: { variables: { include: { variable: true } } } },
      publications: true,
      respondents: true,
      importedFiles: true,
    },
  })
  expect(wave).toMatchObject({
    titleNl: 'First',
    theme: 'pressure',
    status: 'CLOSED',
    fieldworkFrom: new Date('2020-01-01T00:00:00Z'),
    fieldworkTo: new Date('2020-02-29T00:00:00Z'),
    minimumGroupSize: 7,
    publications: [publication],
  })
  expect(wave.questions.map(({ variable }) => variable.code)).toEqual(
    codebook.variables.map(({ code }) => code),
  )
  const [sector, pressure, joy, causes, , weight] = wave.questions
  expect(sector?.variable).toMatchObject({
    measurement: 'NOMINAL',
    background: true,
    categories: [{ code: 'a' }, { code: 'b' }],
  })
  expect(pressure?.variable.nets).toMatchObject([{ code: 'any', labelNl: 'Any', categoryCodes: ['1', '2'] }])
  expect(joy?.variable).toMatchObject({ measurement: 'NUMERIC', minimum: 1, maximum: 10 })
  expect(causes).toMatchObject({ askedIfVariable: 'pressure', askedIfCategories: ['1'] })
  expect(weight?.variable.measurement).toBe('WEIGHT')
  expect(wave.breakdowns.map(({ variables }) => variables.map(({ variable }) => variable.code))).toEqual([
    ['sector'],
  ])
  const kept = wave.respondents.map((respondent) => respondent.answers)
  expect(kept).toEqual(expect.arrayContaining(rows))
  expect(kept).toHaveLength(2)
  expect(wave.importedFiles).toMatchObject([{ digest: 'a1', codebook: 'c1', respondents: 2 }])
})

test.each<[CodebookDesign | undefined, object]>([
  [undefined, { strata: null, clusters: null, population: null }],
  [{ strata: 'stratum' }, { strata: { code: 'stratum' }, clusters: null, population: null }],
  [{ population: 27 }, { strata: null, clusters: null, population: 27 }],
  [
    { strata: 'stratum', clusters: 'cluster', population: { 1: 15, 2: 12 } },
    { strata: { code: 'stratum' }, clusters: { code: 'cluster' }, population: { 1: 15, 2: 12 } },
  ],
])('the design %j is kept', async (design, kept) => {
  const survey = { codebook: sampledCodebook(design), answers: new Map() }
  await database.prisma.$transaction((transaction) => saveSurvey(transaction, survey))
  const code = { select: { code: true } }
  const select = { strata: code, clusters: code, population: true }
  expect(await database.prisma.wave.findFirst({ select })).toEqual(kept)
})

test.each([
  ['not planned', null, 'DRAFT'],
  ['to come', { from: '2022-01-01', to: '2022-01-02' }, 'DRAFT'],
  ['under way, on its last day', { from: '2021-01-01', to: '2021-06-15' }, 'DRAFT'],
  ['over since yesterday', { from: '2021-01-01', to: '2021-06-14' }, 'CLOSED'],
])('a wave whose fieldwork is %s', (_, fieldwork, status) => {
  const [wave] = smallCodebook({ fieldwork }).waves
  expect(waveStatus(wave!, new Date('2021-06-15T23:59:59Z'))).toBe(status)
})
