import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { type AnswerFile, pastedFile } from './answer-file.ts'
import { importAnswers } from './import-answers.ts'
import { saveSurvey } from './save-survey.ts'
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

const fileOf = (text: string): AnswerFile => ({ ...pastedFile(text), name: 'answers.csv' })
const rows = async () => {
  const { Respondent, ImportedFile, AuditEntry } = await countRows(database)
  return [Respondent, ImportedFile, AuditEntry]
}

test('a file is imported into a wave once, and its dry run changes nothing', async () => {
  const into = (options = {}) => importAnswers(database, 'peo-1', fileOf(goodAnswers), options)
  expect(await into({ dryRun: true })).toMatchObject({ respondents: 12, already: false })
  expect((await into({ dryRun: true })).columns).toContainEqual({
    column: 'causes__rules, causes__hours',
    understood: 'multiple causes, 2 options',
  })
  expect(await rows()).toEqual([undefined, undefined, undefined])
  expect(await into({ by: 'command line' })).toMatchObject({ respondents: 12, already: false })
  expect(await rows()).toEqual([12, 1, 1])
  expect(await into({ dryRun: true })).toMatchObject({ already: true })
  expect(await into({ by: 'command line' })).toMatchObject({ already: true })
  expect(await rows()).toEqual([12, 1, 1])
  const other = fileOf(goodAnswers.replace('call me on 06-12345678', ''))
  expect(await importAnswers(database, 'peo-1', other)).toMatchObject({ already: false })
  expect(await rows()).toEqual([24, 2, 1])
})

test('two imports of a file at the same moment import it once', async () => {
  const outcomes = await Promise.all([1, 2].map(() => importAnswers(database, 'peo-1', fileOf(goodAnswers))))
  expect(outcomes.map((outcome) => 'already' in outcome && outcome.already).toSorted()).toEqual([false, true])
  expect(await rows()).toEqual([12, 1, undefined])
})

test('a file in which something is wrong leaves nothing', async () => {
  const wrong = fileOf(`${goodAnswers}13,a,1,11,1,0,,1\n`)
  expect(await importAnswers(database, 'peo-1', wrong)).toMatchObject({
    problems: [{ file: 'answers.csv', row: 14, column: 'joy', code: 'OUT_OF_RANGE' }],
  })
  expect(await rows()).toEqual([undefined, undefined, undefined])
})

test('a column that the wave does not take is left out where that is asked, one that is not there is said', async () => {
  const more = fileOf(goodAnswers.replace(/^respondent/, 'respondent,extra').replaceAll(/^(\d+),/gm, '$1,x,'))
  expect(await importAnswers(database, 'peo-1', more, { leaveOut: ['other'] })).toMatchObject({
    problems: [
      { code: 'MISSING_COLUMN', column: 'other' },
      { code: 'UNKNOWN_COLUMN', column: 'extra' },
    ],
  })
  expect(await importAnswers(database, 'peo-1', more, { leaveOut: ['extra'] })).toMatchObject({
    respondents: 12,
  })
})

test('a file that changes between its check and its import leaves nothing', async () => {
  let reads = 0
  const changing = { ...fileOf(''), chunks: () => [Buffer.from(reads++ < 3 ? goodAnswers : `${header}\n`)] }
  await expect(importAnswers(database, 'peo-1', changing)).rejects.toThrow(
    'was changed while it was imported',
  )
  expect(await rows()).toEqual([undefined, undefined, undefined])
})

test.each([
  ['DRAFT', 'WAVE_NOT_COLLECTING', /open it first/],
  ['PUBLISHED', 'WAVE_NOT_COLLECTING', /a wave of its own/],
  ['WITHDRAWN', 'WAVE_NOT_COLLECTING', /a wave of its own/],
] as const)('a wave that is %s takes no answers', async (status, code, message) => {
  await database.prisma.wave.update({ where: { code: 'peo-1' }, data: { status } })
  const outcome = await importAnswers(database, 'peo-1', fileOf(goodAnswers))
  expect(outcome).toMatchObject({ problems: [{ code, message: expect.stringMatching(message) }] })
  expect(await importAnswers(database, 'nope', fileOf(goodAnswers))).toMatchObject({
    problems: [{ code: 'UNKNOWN_WAVE' }],
  })
})
