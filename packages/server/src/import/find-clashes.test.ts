import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { CodebookVariable } from '../codebook/codebook-format.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { importSurvey } from './import-survey.ts'
import { goodAnswers, smallCodebook, surveyFolder } from './testing/small-survey.ts'
import { emptyTables } from './testing/table-rows.ts'

let database: Database
const published = { publish: true, dryRun: false }
const answers = { 'answers.csv': goodAnswers }

beforeAll(async () => {
  database = await testDatabase('empty')
})
beforeEach(async () => {
  await emptyTables(database)
})

const importFirst = async () =>
  importSurvey(database, await surveyFolder(smallCodebook(), answers), published)

test.each<[string, Partial<CodebookVariable>, string, string]>([
  ['sector', { measurement: 'ordinal' }, 'measurement is "ordinal"', '"nominal"'],
  ['pressure', { role: 'background' }, 'role is "background"', '"question"'],
  ['sector', { partnerBoundary: true }, 'mark partnerBoundary is "yes"', '"no"'],
  ['joy', { sensitive: true }, 'sensitivity is "yes"', '"no"'],
  ['joy', { minimum: 0 }, 'minimum is "0"', '"1"'],
  ['joy', { maximum: undefined }, 'maximum is "none"', '"10"'],
])('a variable that means something else is refused: %s with %j', async (code, changes, now, before) => {
  await importFirst()
  const { variables, waves } = smallCodebook({ code: 'peo-2' })
  const changed = variables.map((each) => (each.code === code ? { ...each, ...changes } : each))
  const file = await surveyFolder({ variables: changed, waves }, answers)
  expect(await importSurvey(database, file, published)).toEqual({
    problems: [
      {
        file,
        row: null,
        column: `variables.${code}`,
        code: 'VARIABLE_DIFFERS',
        message: `its ${now} here and ${before} in the database; give a variable that means something else a code of its own`,
      },
    ],
  })
})

test('a later wave uses the same variables again, in its own wording, with its comparability note', async () => {
  await importFirst()
  const note = { nl: 'Andere vraagtekst.', en: 'Worded otherwise.' }
  const { variables, waves } = smallCodebook({ code: 'peo-2', comparabilityNotes: { pressure: note } })
  const worded = variables.map((variable) => ({ ...variable, label: { nl: 'nieuw', en: 'new' } }))
  const outcome = await importSurvey(
    database,
    await surveyFolder({ variables: worded, waves }, answers),
    published,
  )
  expect(outcome).toEqual({ waves: [{ code: 'peo-2', respondents: 12 }] })
  const { data } = await ask(
    createApp(database),
    `{ crosstab(waves: ["peo-1", "peo-2"], rows: "pressure") { comparabilityNotes { wave variable note nl: note(language: EN) } }
       variables { nodes { code } }
       wave(code: "peo-2") { questions(first: 1) { nodes { wording variable { label } } } } }`,
  )
  expect(data).toMatchObject({
    crosstab: { comparabilityNotes: [{ wave: 'peo-2', variable: 'pressure', note: note.nl, nl: note.en }] },
    variables: { nodes: { length: variables.length } },
    wave: { questions: { nodes: [{ wording: 'nieuw', variable: { label: variables[0]?.label.nl } }] } },
  })
})
