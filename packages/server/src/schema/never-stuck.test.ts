import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { today as fieldworkDay } from '../collection/fieldwork.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { waveChange, waveChanged } from '../wave-life/testing/wave-change.ts'

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('empty')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

const label = (text: string) => ({ labelNl: text, labelEn: text })
const question = (variable: string, more: object = {}) => ({
  ...{ variable, measurement: 'NOMINAL', wordingNl: 'Ja?', wordingEn: 'Yes?' },
  categories: [
    { code: '1', ...label('ja') },
    { code: '2', ...label('nee') },
  ],
  ...more,
})
const today = fieldworkDay().toISOString().slice(0, 10)
const details = {
  ...{ titleNl: 'Meting', titleEn: 'Wave', fieldworkFrom: '2030-03-01', fieldworkTo: '2030-03-31' },
}

/** A draft that asks `druk`, and `meer` of those who answered 1 to it. */
async function draft(wave: string): Promise<number> {
  await waveChanged(staff, 'createWave', { code: wave, ...details })
  await waveChanged(staff, 'saveQuestion', { wave, version: 1, question: question('druk') })
  const askedIf = { variable: 'druk', categories: ['1'] }
  return waveChanged(staff, 'saveQuestion', { wave, version: 2, question: question('meer', { askedIf }) })
}

test('routing that no answer leads to is refused, however it comes into a draft', async () => {
  const wave = 'routing-2030'
  const version = await draft(wave)
  for (const [categories, message] of [
    [[], 'meer.askedIf.in: names no answer that leads here; name one, or leave the routing out'],
    [['A b'], 'meer.askedIf.in.0: is no code'],
  ] as const) {
    const askedIf = { variable: 'druk', categories }
    const saved = await waveChange(staff, 'saveQuestion', {
      ...{ wave, version, question: question('meer', { askedIf }) },
    })
    expect(saved.errors).toMatchObject([
      { code: 'INVALID_INPUT', field: 'question', message: expect.stringContaining(message) },
    ])
  }

  // As an older version of the service stored it.
  await database.prisma.question.updateMany({
    where: { wave: { code: wave }, askedIfVariable: 'druk' },
    data: { askedIfCategories: [] },
  })
  await waveChanged(staff, 'createWave', { code: 'copy-2030' })
  const copy = { wave: 'copy-2030', version: 1, from: wave, variables: ['druk', 'meer'] }
  expect((await waveChange(staff, 'takeOverQuestions', copy)).errors).toMatchObject([
    { code: 'INVALID_INPUT', message: expect.stringContaining('names no answer that leads here') },
  ])
  const { data } = await ask(
    staff,
    `{ wave(code: "${wave}") { questionnaireProblems { kind variable message } } }`,
  )
  const message =
    'meer is asked after no answer to druk at all; name one that leads to it, or change its routing.'
  expect(data).toEqual({
    wave: { questionnaireProblems: [{ kind: 'UNREACHABLE', variable: 'meer', message }] },
  })
  expect((await waveChange(staff, 'openWave', { wave, version })).errors).toMatchObject([
    { code: 'INVALID_INPUT', message },
  ])
})

test('a wave whose codebook cannot be read is not opened, and not published, with a word why', async () => {
  const wave = 'codebook-2030'
  const version = await draft(wave)
  const { id } = await database.prisma.wave.findUniqueOrThrow({ where: { code: wave } })
  await database.prisma.wave.update({ where: { id }, data: { population: 'many' } })
  const refused = [{ code: 'INVALID_INPUT', field: 'wave', message: expect.stringContaining('population') }]
  expect((await waveChange(staff, 'openWave', { wave, version })).errors).toMatchObject(refused)
  await database.prisma.wave.update({ where: { id }, data: { status: 'CLOSED' } })
  expect((await waveChange(staff, 'publishWave', { wave, version })).errors).toMatchObject(refused)
})

test('a text without a visible character is empty, and a wave that went further keeps its titles', async () => {
  const wave = 'title-2030'
  let version = await draft(wave)
  for (const titleEn of ['', '   ', '\u00a0', '\u200b']) {
    version = await waveChanged(staff, 'updateWave', { wave, version, titleEn })
    expect((await waveChange(staff, 'openWave', { wave, version })).errors).toMatchObject([
      { code: 'INVALID_INPUT', message: expect.stringContaining('a title in each of its languages') },
    ])
  }
  version = await waveChanged(staff, 'updateWave', { wave, version, titleEn: 'Wave' })
  const blank = question('druk', { wordingEn: '\u200b' })
  version = await waveChanged(staff, 'saveQuestion', { wave, version, question: blank })
  expect((await waveChange(staff, 'openWave', { wave, version })).errors).toMatchObject([
    { message: 'druk has no English for the wording.' },
  ])
  version = await waveChanged(staff, 'updateWave', { wave, version, languages: ['nl'] })
  version = await waveChanged(staff, 'openWave', { wave, version })
  for (const state of ['FIELDING', 'CLOSED'] as const) {
    await database.prisma.wave.update({ where: { code: wave }, data: { status: state } })
    for (const titleNl of ['', ' ', '\u200b']) {
      expect((await waveChange(staff, 'updateWave', { wave, version, titleNl })).errors).toMatchObject([
        { code: 'INVALID_INPUT', field: 'titleNl', message: expect.stringContaining(`is ${state}`) },
      ])
    }
    // English is none of its languages.
    version = await waveChanged(staff, 'updateWave', { wave, version, titleEn: '', titleNl: state })
  }
  const { id: waveId } = await database.prisma.wave.findUniqueOrThrow({ where: { code: wave } })
  const answers = (row: number) =>
    row % 2 === 0 ? { druk: '2' } : { druk: '1', meer: row % 4 === 1 ? '1' : '2' }
  const rows = Array.from({ length: 40 }, (_, row) => ({ waveId, answers: answers(row) }))
  await database.prisma.respondent.createMany({ data: rows })
  version = await waveChanged(staff, 'publishWave', { wave, version })
  const reason = { reasonNl: 'Een fout.', reasonEn: '\u200b' }
  expect((await waveChange(staff, 'withdrawWave', { wave, version, ...reason })).errors).toMatchObject([
    { field: 'reasonEn' },
  ])
  // What is not seen is not said: the Dutch stands for it.
  version = await waveChanged(staff, 'purgeWave', { wave, version })
  const again = await waveChange(staff, 'purgeWave', { wave, version })
  expect(again.errors).toMatchObject([
    { code: 'WRONG_STATE', message: expect.stringContaining('there is nothing left to delete') },
  ])
  const table = `{ crosstab(waves: ["${wave}"], rows: "druk") { dimensions { variable { label(language: EN) } } } }`
  expect(await ask(staff, table)).toMatchObject({
    data: { crosstab: { dimensions: [{ variable: { label: 'Ja?' } }] } },
  })
})

test('a wave whose last day is past is not opened, as it would be closed at once', async () => {
  const wave = 'past-2023'
  let version = await draft(wave)
  const past = { fieldworkFrom: '2023-03-01', fieldworkTo: '2023-03-31' }
  version = await waveChanged(staff, 'updateWave', { wave, version, ...past })
  const { errors } = await waveChange(staff, 'openWave', { wave, version })
  expect(errors).toMatchObject([
    { code: 'INVALID_INPUT', message: expect.stringContaining('Give it a later fieldworkTo') },
  ])
  version = await waveChanged(staff, 'updateWave', { wave, version, fieldworkTo: today })
  await waveChanged(staff, 'openWave', { wave, version })
})

test('a wave with only a weight asks nothing, and no wave takes its own questions over', async () => {
  const wave = 'weight-2030'
  await waveChanged(staff, 'createWave', { code: wave, ...details })
  const weight = { ...question('gewicht'), measurement: 'WEIGHT', categories: [] }
  let version = await waveChanged(staff, 'saveQuestion', { wave, version: 1, question: weight })
  expect((await waveChange(staff, 'openWave', { wave, version })).errors).toMatchObject([
    { code: 'INVALID_INPUT', message: `Wave ${wave} still needs questions.` },
  ])
  expect((await waveChange(staff, 'takeOverQuestions', { wave, version, from: wave })).errors).toMatchObject([
    { code: 'INVALID_INPUT', field: 'from', message: expect.stringContaining('name another wave') },
  ])
  version = await waveChanged(staff, 'saveQuestion', { wave, version, question: question('druk') })
  await waveChanged(staff, 'openWave', { wave, version })
})
