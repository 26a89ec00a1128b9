import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { takeOpenAnswersApart } from '../open-answers/take-apart.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'
import { upload } from '../testing/upload.ts'
import { pastedFile } from './answer-file.ts'
import { importAnswers } from './import-answers.ts'
import { saveSurvey } from './save-survey.ts'
import { type TakeBackOptions, takeBackAnswers } from './take-back-answers.ts'
import { goodAnswers, header, smallCodebook } from './testing/small-survey.ts'
import { countRows, emptyTables } from './testing/table-rows.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})
beforeEach(async () => {
  await emptyTables(database)
  const codebook = smallCodebook({ responses: null })
  await database.prisma.$transaction((transaction) =>
    saveSurvey(transaction, { codebook, answers: new Map() }),
  )
})

const into = async (text: string) =>
  expect(await importAnswers(database, 'peo-1', pastedFile(text))).toMatchObject({ already: false })
const back = (text: string, options: TakeBackOptions = {}) =>
  takeBackAnswers(database.prisma, 'peo-1', pastedFile(text), options)
const answers = async () => {
  const rows = await database.prisma.respondent.findMany()
  return rows.map((row) => JSON.stringify(row.answers)).sort()
}

const other = `${header}\n1,a,1,7,1,0,,1\n2,b,1,3,0,1,"no, nothing",1\n`

test('a file is taken out again, and the same rows of another stay', async () => {
  await into(other)
  const before = await answers()
  await into(goodAnswers)
  expect(await back(goodAnswers)).toEqual({ respondents: 12 })
  expect(await answers()).toEqual(before)
  expect((await countRows(database)).ImportedFile).toBe(1)
  expect(await back(goodAnswers)).toMatchObject({ problems: [{ code: 'NOT_IMPORTED' }] })
  await into(goodAnswers)
  expect(await answers()).toHaveLength(14)
})

test('read otherwise than it was imported, a file is no way to guess at a row, nor to take it out', async () => {
  const asked = ['sector', 'pressure', 'joy', 'remark']
  const codebook = smallCodebook({ code: 'peo-2', responses: null, variables: asked })
  await database.prisma.$transaction((transaction) =>
    saveSurvey(transaction, { codebook, answers: new Map() }),
  )
  // As a file of ours the remark is "N/A"; as one of LimeSurvey there is none.
  const file = pastedFile('respondent,respondent[filecount],sector,pressure,joy,remark\n1,0,a,1,7,N/A\n')
  const ours = { format: 'csv', leaveOut: ['respondent[filecount]'] } as const
  const others = { format: 'limesurvey' } as const
  expect(await importAnswers(database, 'peo-2', file, ours)).toMatchObject({ respondents: 1 })
  const refused = [await takeBackAnswers(database.prisma, 'peo-2', file, others)]
  const { id: waveId } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2' } })
  const own = { sector: 'a', pressure: '1', joy: 7 }
  await database.prisma.respondent.create({ data: { waveId, answers: own } })
  refused.push(await takeBackAnswers(database.prisma, 'peo-2', file, others))
  expect(refused[0]).toMatchObject({ problems: [{ code: 'READ_OTHERWISE' }] })
  expect(refused[1]).toEqual(refused[0])
  expect(await answers()).toHaveLength(2)
  expect(await takeBackAnswers(database.prisma, 'peo-2', file, ours)).toEqual({ respondents: 1 })
  const left = await database.prisma.respondent.findMany({ where: { waveId } })
  expect(left.map((row) => row.answers)).toEqual([own])
})

test('rows do not say which file they are of, nor whether they are of any', async () => {
  await into(goodAnswers)
  const [row] = await database.prisma.respondent.findMany({ take: 1 })
  expect(Object.keys(row!).sort()).toEqual(['answers', 'id', 'waveId'])
})

test('answers in words that were taken apart go too, and those of others stay', async () => {
  await into(other)
  await into(goodAnswers)
  const { id } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-1' } })
  await database.prisma.$transaction((transaction) => takeOpenAnswersApart(transaction, id))
  expect(await back(goodAnswers)).toEqual({ respondents: 12 })
  expect(await answers()).toHaveLength(2)
  expect(await database.prisma.openAnswer.findMany({ select: { text: true } })).toEqual([
    { text: 'no, nothing' },
  ])
})

test('what somebody reviewed goes only where that is said, and what nobody did goes before it', async () => {
  await into(goodAnswers)
  await into(`${header}\n1,a,1,7,1,0,call me on 06-12345678,1\n`)
  const { id } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-1' } })
  await database.prisma.$transaction((transaction) => takeOpenAnswersApart(transaction, id))
  const review = (number: number) =>
    database.prisma.$executeRaw`UPDATE "OpenAnswer" SET "status" = 'REJECTED' WHERE "id" IN
      (SELECT "id" FROM "OpenAnswer" WHERE "text" LIKE 'call me%' ORDER BY "id" LIMIT ${number})`
  await review(1)
  expect(await back(goodAnswers)).toEqual({ respondents: 12 })
  expect(await database.prisma.openAnswer.findMany({ select: { status: true } })).toEqual([
    { status: 'REJECTED' },
  ])
  await into(goodAnswers)
  await database.prisma.$transaction((transaction) => takeOpenAnswersApart(transaction, id))
  await review(2)
  const before = await countRows(database)
  expect(await back(goodAnswers)).toMatchObject({
    problems: [{ code: 'REVIEWED', message: expect.stringMatching(/^somebody reviewed 1 of/) }],
  })
  expect(await countRows(database)).toEqual(before)
  expect(await back(goodAnswers, { reviewedToo: true })).toEqual({ respondents: 12 })
})

test('where a row is not there any more, nothing is taken out', async () => {
  await into(goodAnswers)
  const { id } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-1' } })
  await database.prisma.$transaction((transaction) => takeOpenAnswersApart(transaction, id))
  await database.prisma.openAnswer.deleteMany()
  const before = await countRows(database)
  expect(await back(goodAnswers)).toMatchObject({ problems: [{ code: 'ROWS_NOT_FOUND' }] })
  expect(await countRows(database)).toEqual(before)
})

test.each(['PUBLISHED', 'WITHDRAWN', 'DRAFT'] as const)('of a wave that is %s nothing is', async (status) => {
  await into(goodAnswers)
  await database.prisma.wave.updateMany({ data: { status } })
  expect(await back(goodAnswers)).toMatchObject({ problems: [{ code: 'WAVE_NOT_COLLECTING' }] })
  expect(await answers()).toHaveLength(12)
})

test('staff take a file back by GraphQL, and see which files a wave has', async () => {
  const staff = loggedStaff(database)
  await into(goodAnswers)
  const document = `mutation ($input: TakeBackAnswersInput!) { takeBackAnswers(input: $input) {
    respondents problems { code } errors { code field message } } }`
  const send = async (text: string) => {
    const files = { file: new File([text], 'answers.csv') }
    const { body } = await upload<{ takeBackAnswers: object }>(staff, document, { wave: 'peo-1' }, files)
    return body.data.takeBackAnswers
  }
  const response = await staff.fetch(
    'http://localhost/graphql?query={wave(code:"peo-1"){importedFiles{digest,respondents,importedOn}}}',
  )
  expect(await response.json()).toMatchObject({
    data: { wave: { importedFiles: [{ respondents: 12, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }] } },
  })
  expect(await send(other)).toMatchObject({ errors: [{ code: 'NOT_FOUND', field: 'file' }] })
  expect(await send(goodAnswers)).toEqual({ respondents: 12, problems: [], errors: [] })
  await staff.close()
  const log = await database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(log.map(({ subject, account, refusal }) => [subject, account, refusal])).toEqual([
    ['takeBackAnswers', 'anna', 'NOT_FOUND'],
    ['takeBackAnswers', 'anna', null],
  ])
})
