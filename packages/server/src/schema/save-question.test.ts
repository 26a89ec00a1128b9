import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { questionnaireOf, questionnaireParts } from '../wave-life/questionnaire.ts'
import { waveChange, waveChanged } from '../wave-life/testing/wave-change.ts'

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('empty')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

const label = (text: string) => ({ labelNl: text, labelEn: text })
const sector = {
  ...{ variable: 'plek', measurement: 'NOMINAL', wordingNl: 'Waar?', wordingEn: 'Where?' },
  ...{ background: true, core: true, theme: 'plaats' },
  categories: ['a', 'b', 'c'].map((code) => ({ code, ...label(code) })),
  nets: [{ code: 'ab', ...label('ab'), categories: ['a', 'b'] }],
  hierarchy: [
    {
      ...{ code: 'grof', ...label('grof') },
      categories: [
        { code: 'ab', ...label('ab'), categories: ['a', 'b'] },
        { code: 'c', ...label('c'), categories: ['c'] },
      ],
    },
  ],
  ...{ comparabilityNoteNl: 'Anders.', comparabilityNoteEn: 'Otherwise.' },
}
const hours = {
  ...{ variable: 'uren', measurement: 'NUMERIC', wordingNl: 'Uren?', wordingEn: 'Hours?' },
  ...{ sensitive: true, minimum: 0, maximum: 60, askedIf: { variable: 'plek', categories: ['a'] } },
}

async function stored(code: string) {
  const wave = await database.prisma.wave.findUniqueOrThrow({ where: { code }, include: questionnaireParts })
  return questionnaireOf(wave).questions
}

test('what the input of a question leaves out stays as it is, and null takes it away', async () => {
  const wave = 'stays-2030'
  await waveChanged(staff, 'createWave', { code: wave, titleNl: 'x', titleEn: 'x' })
  await waveChanged(staff, 'saveQuestion', { wave, version: 1, question: sector })
  await waveChanged(staff, 'saveQuestion', { wave, version: 2, question: hours })
  const before = await stored(wave)
  expect(before[0]).toMatchObject({ core: true, role: 'background', theme: 'plaats' })
  const reworded = ({ variable, measurement }: typeof sector | typeof hours) => ({
    ...{ variable, measurement, wordingNl: 'Anders?', wordingEn: 'Otherwise?' },
  })
  await waveChanged(staff, 'saveQuestion', { wave, version: 3, question: reworded(sector) })
  await waveChanged(staff, 'saveQuestion', { wave, version: 4, question: reworded(hours) })
  const wording = { label: { nl: 'Anders?', en: 'Otherwise?' } }
  expect(await stored(wave)).toEqual(before.map((question) => ({ ...question, ...wording })))

  const without = { comparabilityNoteNl: null, comparabilityNoteEn: null, core: false, nets: [] }
  const bare = { ...reworded(sector), ...without, theme: null, hierarchy: null }
  await waveChanged(staff, 'saveQuestion', { wave, version: 5, question: bare })
  const free = { ...reworded(hours), askedIf: null, sensitive: null, minimum: null, maximum: null }
  await waveChanged(staff, 'saveQuestion', { wave, version: 6, question: free })
  const { code, measurement, role, categories } = before[0]!
  expect(await stored(wave)).toEqual([
    { code, measurement, role, categories, ...wording, core: false },
    { code: 'uren', measurement: 'numeric', ...wording, core: false },
  ])
  // What does not go with what it becomes is said, not dropped.
  const text = { ...reworded(sector), measurement: 'TEXT' }
  expect(
    (await waveChange(staff, 'saveQuestion', { wave, version: 7, question: text })).errors,
  ).toMatchObject([{ message: expect.stringContaining('is text and takes no categories') }])
})

test('everyone who may know a question reads whether it is asked in each wave', async () => {
  const wave = 'core-2030'
  const free = { ...hours, variable: 'vast', askedIf: null }
  await waveChanged(staff, 'createWave', { code: wave, titleNl: 'x', titleEn: 'x' })
  await waveChanged(staff, 'saveQuestion', {
    wave,
    version: 1,
    question: { ...free, core: true },
  })
  await waveChanged(staff, 'saveQuestion', {
    wave,
    version: 2,
    question: { ...free, variable: 'los' },
  })
  await database.prisma.wave.update({
    where: { code: wave },
    data: { status: 'PUBLISHED', audience: 'PUBLIC' },
  })
  const everyone = createApp(database, { viewer: { role: 'EVERYONE' } })
  const document = `{ wave(code: "${wave}") { questions(first: 9) { nodes { variable { code } core } } } }`
  expect((await ask(everyone, document)).data).toEqual({
    wave: {
      questions: {
        nodes: [
          { variable: { code: 'vast' }, core: true },
          { variable: { code: 'los' }, core: false },
        ],
      },
    },
  })
})
