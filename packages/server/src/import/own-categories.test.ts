import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { storeSurvey } from './import-survey.ts'
import { givenAnswers } from './testing/given-answers.ts'
import { smallCodebook, variables } from './testing/small-survey.ts'

let database: Database
let app: App

const label = (text: string) => ({ nl: text, en: text })
const [sector, pressure] = variables as [CodebookVariable, CodebookVariable]
const changed = {
  ...pressure,
  categories: [
    { code: '1', label: { nl: 'zwaar', en: 'heavy' } },
    { code: '2', label: label('2') },
    { code: '3', label: label('none') },
  ],
  nets: [{ code: 'all', label: label('All'), categories: ['1', '2', '3'] }],
}
const apart = { ...pressure, categories: [{ code: 'x', label: label('x') }], nets: [] }

/** Publishes a wave that asked `sector` and `pressure`; `given` are the answers to the latter. */
async function importWave(code: string, day: string, asked: CodebookVariable, given: readonly string[]) {
  const fieldwork = { from: day, to: day }
  const { waves } = smallCodebook({ code, fieldwork, variables: ['sector', 'pressure'] })
  const rows = given.map((answer, index) => ({ sector: index % 2 === 0 ? 'a' : 'b', pressure: answer }))
  const survey = {
    codebook: { variables: [sector, asked], waves },
    answers: new Map([[code, givenAnswers(rows)]]),
  }
  const outcome = await storeSurvey(database, survey, 'codebook.json', { publish: true, dryRun: false })
  expect(outcome).toEqual({ waves: [{ code, respondents: 12 }] })
}

const given = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([code, count]) => Array<string>(count).fill(code))

beforeAll(async () => {
  database = await testDatabase('empty')
  await importWave('voorjaar-2022', '2022-04-01', pressure, given({ 1: 8, 2: 4 }))
  await importWave('najaar-2022', '2022-10-01', changed, given({ 1: 6, 2: 4, 3: 2 }))
  await importWave('zomer-2023', '2023-07-01', apart, given({ x: 12 }))
  app = createApp(database)
})

test('a wave may add and relabel categories and nets; each wave keeps its own', async () => {
  const lists = 'categories { code label(language: EN) } nets { code label(language: EN) categories }'
  const { data, errors } = await ask(
    app,
    `{ variable(code: "pressure") { ${lists} }
       waves(first: 3) { nodes { code questions(first: 2) { nodes { variable { code ${lists} } ${lists} } } } } }`,
  )
  expect(errors).toBeUndefined()
  const first = {
    categories: [
      { code: '1', label: '1' },
      { code: '2', label: '2' },
    ],
    nets: [{ code: 'any', label: 'Any', categories: ['1', '2'] }],
  }
  const second = {
    categories: [
      { code: '1', label: 'heavy' },
      { code: '2', label: '2' },
      { code: '3', label: 'none' },
    ],
    nets: [{ code: 'all', label: 'All', categories: ['1', '2', '3'] }],
  }
  const sectors = {
    categories: [
      { code: 'a', label: 'a' },
      { code: 'b', label: 'b' },
    ],
    nets: [],
  }
  const wave = (code: string, own: object) => ({
    code,
    questions: {
      nodes: [
        { variable: { code: 'sector', ...sectors }, ...sectors },
        // As in the first wave.
        { variable: { code: 'pressure', ...first }, ...own },
      ],
    },
  })
  expect(data).toEqual({
    variable: first,
    waves: {
      nodes: [
        wave('voorjaar-2022', first),
        wave('najaar-2022', second),
        wave('zomer-2023', { categories: [{ code: 'x', label: 'x' }], nets: [] }),
      ],
    },
  })
  // Only what differs is kept with the question.
  const kept = await database.prisma.question.findMany({ where: { variable: { code: 'sector' } } })
  expect(kept.map(({ categories, nets }) => [categories, nets])).toEqual(Array(3).fill([null, null]))
})

test.each([
  ['voorjaar-2022', ['1: 1', '2: 2', 'net:any: Any'], [8, 4, 12]],
  ['najaar-2022', ['1: heavy', '2: 2', '3: none', 'net:all: All'], [6, 4, 2, 12]],
])('the table of %s has its own categories and labels', async (wave, codes, counts) => {
  const { data } = await ask<{
    crosstab: { counts: number[]; dimensions: { categories: { code: string; label: string }[] }[] }
  }>(
    app,
    `{ crosstab(waves: ["${wave}"], rows: "pressure") { counts dimensions { categories { code label(language: EN) } } } }`,
  )
  const [rows] = data.crosstab.dimensions
  expect(rows?.categories.map(({ code, label }) => `${code}: ${label}`)).toEqual(codes)
  expect(data.crosstab.counts).toEqual(counts)
})

test('a trend has the categories of all its waves, and says that they changed', async () => {
  const { data } = await ask(
    app,
    `{ crosstab(waves: ["voorjaar-2022", "najaar-2022"], rows: "pressure") {
         cells { categories status count } comparabilityNotes { wave variable note(language: EN) changes } } }`,
  )
  const cell = (code: string, wave: string, count: number | null) => ({
    categories: [code, wave],
    status: count === null ? 'NOT_ASKED' : 'VALUE',
    count,
  })
  expect(data).toEqual({
    crosstab: {
      cells: [
        cell('1', 'voorjaar-2022', 8),
        cell('1', 'najaar-2022', 6),
        cell('2', 'voorjaar-2022', 4),
        cell('2', 'najaar-2022', 4),
        cell('3', 'voorjaar-2022', null),
        cell('3', 'najaar-2022', 2),
        cell('net:any', 'voorjaar-2022', 12),
        cell('net:any', 'najaar-2022', null),
        cell('net:all', 'voorjaar-2022', null),
        cell('net:all', 'najaar-2022', 12),
      ],
      comparabilityNotes: [
        {
          wave: 'najaar-2022',
          variable: 'pressure',
          note: 'The categories and nets changed since voorjaar-2022.',
          changes: ['CATEGORIES', 'NETS'],
        },
      ],
    },
  })
})

test('a wave that shares no category with the other is refused as a trend', async () => {
  const { errors } = await ask(
    app,
    '{ crosstab(waves: ["najaar-2022", "zomer-2023"], rows: "pressure") { counts } }',
  )
  expect(errors).toMatchObject([
    {
      message:
        'There is no trend of pressure: in najaar-2022 it has none of the categories or nets of the other waves, but 1, 2, 3, net:all. Ask najaar-2022 by itself.',
      extensions: { code: 'INVALID_INPUT', variable: 'pressure', waves: ['najaar-2022', 'zomer-2023'] },
    },
  ])
})
