import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import { importSurvey } from '../import/import-survey.ts'
import { smallCodebook, variables } from '../import/testing/small-survey.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

const worded = { nl: 'Hoe blij?', en: 'How happy?' }
const note = { nl: 'Andere druk.', en: 'Another pressure.' }

const asked = (...codes: string[]) => variables.filter(({ code }) => codes.includes(code))

/** Twelve answers to `sector`, `pressure` and `joy`, or to those of them that a wave asks. */
function answers(asks: readonly CodebookVariable[]): string {
  const codes = asks.map(({ code }) => code)
  const rows = Array.from({ length: 12 }, (_, index) => {
    const answer: Record<string, string> = {
      sector: index % 2 === 0 ? 'a' : 'b',
      pressure: index < 8 ? '1' : '2',
      joy: String(6 + (index % 3)),
    }
    return [index + 1, ...codes.map((code) => answer[code])].join(',')
  })
  return [['respondent', ...codes].join(','), ...rows, ''].join('\n')
}

beforeAll(async () => {
  const database = await testDatabase('empty')
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-trend-'))
  const codebook = path.join(folder, 'codebook.json')
  const changed = asked('sector', 'pressure', 'joy').map((variable) =>
    variable.code === 'joy' ? { ...variable, label: worded } : variable,
  )
  for (const [code, asks, wave] of [
    ['peo-1', asked('sector', 'pressure', 'joy'), {}],
    ['peo-2', asked('sector', 'joy'), {}],
    ['peo-3', changed, { comparabilityNotes: { pressure: note } }],
  ] as const) {
    const { waves } = smallCodebook({ code, variables: asks.map((variable) => variable.code), ...wave })
    await writeFile(codebook, JSON.stringify({ variables: asks, waves }))
    await writeFile(path.join(folder, 'answers.csv'), answers(asks))
    await importSurvey(database, codebook, { publish: true, dryRun: false })
  }
  await rm(folder, { recursive: true })
  app = createApp(database)
})

const notes = 'comparabilityNotes { wave variable note(language: EN) changes }'
const three = 'waves: ["peo-1", "peo-2", "peo-3"]'

test('a wave of a longer trend that did not ask has cells that say so', async () => {
  const { data } = await ask(
    app,
    `{ crosstab(${three}, rows: "pressure") { cells { status count } ${notes} } }`,
  )
  expect(data).toEqual({
    crosstab: {
      cells: [
        { status: 'VALUE', count: 8 },
        { status: 'NOT_ASKED', count: null },
        { status: 'VALUE', count: 8 },
        { status: 'VALUE', count: 4 },
        { status: 'NOT_ASKED', count: null },
        { status: 'VALUE', count: 4 },
        { status: 'VALUE', count: 12 },
        { status: 'NOT_ASKED', count: null },
        { status: 'VALUE', count: 12 },
      ],
      comparabilityNotes: [{ wave: 'peo-3', variable: 'pressure', note: note.en, changes: [] }],
    },
  })
})

test('a trend of which one wave asked the question is refused, with the way out', async () => {
  const { errors } = await ask(app, '{ crosstab(waves: ["peo-1", "peo-2"], rows: "pressure") { counts } }')
  expect(errors).toMatchObject([
    {
      message:
        'There is no trend: fewer than two of these waves asked everything in the table (peo-2 did not ask pressure). These did: peo-1, peo-3.',
      extensions: {
        code: 'INVALID_INPUT',
        variable: 'pressure',
        waves: ['peo-1', 'peo-2'],
        asked: ['peo-1', 'peo-3'],
      },
    },
  ])
})

test('a change of wording that staff did not note is noted in GraphQL, CSV, JSON and JSON-stat', async () => {
  const automatic = 'The wording changed since peo-2.'
  const { data } = await ask(app, `{ means(${three}, of: "joy") { ${notes} } }`)
  expect(data).toEqual({
    means: {
      comparabilityNotes: [{ wave: 'peo-3', variable: 'joy', note: automatic, changes: ['WORDING'] }],
    },
  })
  const get = (format: string, query = '') =>
    app.fetch(`http://localhost/tables/means.${format}?waves=peo-1,peo-2,peo-3&of=joy${query}`)
  const csv = await (await get('csv', '&language=EN')).text()
  expect(csv.split('\r\n').map((line) => line.split(',').at(-1))).toEqual([
    ...['comparability_note', '', '', `joy: ${automatic}`, ''],
  ])
  const rows = (await (await get('json')).json()) as { comparability_note: string }[]
  expect(rows.map((row) => row.comparability_note)).toEqual([
    ...['', '', 'joy: De vraagtekst is gewijzigd sinds peo-2.'],
  ])
  const dataset = (await (await get('jsonstat', '&language=EN')).json()) as { note: string[] }
  expect(dataset.note).toEqual([`peo-3: ${automatic}`])
})
