import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { importSurvey } from '../import/import-survey.ts'
import { header, smallCodebook, surveyFolder, variables } from '../import/testing/small-survey.ts'
import { closedAfterFile } from '../testing/after-file.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Answer {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly personalData: readonly { readonly kind: string; readonly from: number; readonly to: number }[]
}

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = closedAfterFile(createApp(database, { viewer: { role: 'STAFF' }, auditLogDays: 30 }))
})

async function pending(): Promise<readonly Answer[]> {
  const { data } = await ask<{ openAnswers: { nodes: Answer[] } }>(
    staff,
    `{ openAnswers(wave: "peo-2022", status: PENDING, first: 100) {
         nodes { id version text personalData { kind from to } } } }`,
  )
  return data.openAnswers.nodes
}

async function review(input: object) {
  const { data } = await ask<{ reviewOpenAnswer: { errors: { code: string; message: string }[] } }>(
    staff,
    `mutation ($input: ReviewOpenAnswerInput!) {
       reviewOpenAnswer(input: $input) { openAnswer { status } errors { code message } } }`,
    { input },
  )
  return data.reviewOpenAnswer
}

const shown = async () => {
  const { data } = await ask<{
    wave: { questions: { nodes: { openAnswers: { nodes: { text: string }[] } }[] } }
  }>(
    createApp(database, { viewer: { role: 'EVERYONE' } }),
    '{ wave(code: "peo-2022") { questions(first: 100) { nodes { openAnswers(first: 100) { nodes { text } } } } } }',
  )
  return data.wave.questions.nodes.flatMap(({ openAnswers }) => openAnswers.nodes.map(({ text }) => text))
}

test('answers in words wait apart from the rows, and readers see what a person approved', async () => {
  const start = `mutation { startReview(input: { wave: "peo-2022", version: 1 }) { errors { code } } }`
  expect(await ask(staff, start)).toMatchObject({ data: { startReview: { errors: [] } } })
  const answers = await pending()
  expect(answers.length).toBeGreaterThan(2)
  const rows = await database.prisma.respondent.findMany({ where: { wave: { code: 'peo-2022' } } })
  expect(rows).toHaveLength(150)
  for (const { text } of answers) expect(JSON.stringify(rows)).not.toContain(JSON.stringify(text))
  const kinds = answers.flatMap(({ personalData }) => personalData.map(({ kind }) => kind))
  expect(kinds).toEqual(expect.arrayContaining(['PHONE', 'MAIL']))
  expect(await shown()).toEqual([])

  const marked = answers.find(({ personalData }) => personalData.length > 0)!
  const { id, version } = marked
  expect(await review({ id, version, approve: true })).toMatchObject({
    openAnswer: null,
    errors: [{ code: 'INVALID_INPUT', message: expect.stringContaining('likely to hold personal data') }],
  })
  const half = 'bel me op […] of 06-12345678, 2512 AB'
  expect(await review({ id, version, approve: true, text: half })).toMatchObject({
    openAnswer: null,
    errors: [{ message: expect.stringContaining('"06-12345678" (PHONE), "2512 AB" (POSTCODE)') }],
  })
  expect(await review({ id, version, approve: true, text: '\u200b' })).toMatchObject({
    errors: [{ code: 'INVALID_INPUT', message: expect.stringContaining('empty') }],
  })
  expect(await review({ id, version, approve: true, text: 'bel me op […]' })).toMatchObject({ errors: [] })
  expect(await review({ id, version, approve: false })).toMatchObject({ errors: [{ code: 'CONFLICT' }] })
  const plain = answers.find(({ personalData }) => personalData.length === 0)!
  const read = { id: plain.id, version: 1, approve: true, text: 'mevrouw Zon is een koosnaam' }
  expect(await review({ ...read, noPersonalData: true })).toMatchObject({ errors: [] })
  expect(await review({ id: plain.id, version: 2, approve: true })).toMatchObject({ errors: [] })
  const other = (await pending())[0]!
  expect(await review({ id: other.id, version: 1, approve: false })).toMatchObject({ errors: [] })
  expect((await shown()).toSorted()).toEqual(['bel me op […]', plain.text].toSorted())

  await database.prisma.wave.update({ where: { code: 'peo-2022' }, data: { status: 'WITHDRAWN' } })
  expect(await shown()).toEqual([])
  await database.prisma.wave.update({ where: { code: 'peo-2022' }, data: { status: 'PUBLISHED' } })
  const purge = `mutation { purgeWave(input: { wave: "peo-2022", version: 2 }) { errors { code } } }`
  expect(await ask(staff, purge)).toMatchObject({ data: { purgeWave: { errors: [] } } })
  const left = await database.prisma.openAnswer.findMany({ where: { wave: { code: 'peo-2022' } } })
  expect(left.map(({ text, status }) => [text, status])).toEqual(Array(2).fill(['', 'APPROVED']))
  expect(await shown()).toHaveLength(2)
  await staff.close()
  const log = JSON.stringify(await database.prisma.auditEntry.findMany(), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  expect(log).toContain('reviewOpenAnswer')
  expect(log).not.toContain('bel me op')
})

const label = { nl: 'x', en: 'x' }
const text = (code: string, askedIf: object) => ({ code, measurement: 'text', label, askedIf })

/** Eleven respondents: eight with `pressure` 1, of whom four name `rules`, and three with 2. */
const rows = Array.from({ length: 11 }, (_, index) =>
  [index, index % 2 ? 'a' : 'b', index < 8 ? `1,7,${index < 4 ? '1,0' : '0,1'}` : '2,7,,', '', '1'].join(),
)

async function publishTexts(code: string, respondents: number) {
  const { waves, ...codebook } = smallCodebook({ code, minimumGroupSize: 5 })
  const texts = [
    text('of_eight', { variable: 'pressure', in: ['1'] }),
    text('of_three', { variable: 'pressure', in: ['2'] }),
    text('of_four', { variable: 'causes', in: ['rules'] }),
    text('of_any_cause', { variable: 'causes', in: ['rules', 'hours'] }),
  ]
  const asked = [...variables, ...texts].map((variable) => variable.code)
  const file = await surveyFolder(
    { ...codebook, variables: [...variables, ...texts], waves: [{ ...waves[0], variables: asked }] },
    {
      'answers.csv': [
        [header, ...texts.map((one) => one.code)].join(),
        ...rows.slice(0, respondents).map((row) => `${row},,,,`),
      ].join('\n'),
    },
  )
  expect(await importSurvey(database, file, { publish: true, dryRun: false })).toHaveProperty('waves')
  const wave = await database.prisma.wave.findUniqueOrThrow({ where: { code }, include: { questions: true } })
  const given = { waveId: wave.id, text: 'given', status: 'APPROVED', approved: 'given' } as const
  await database.prisma.openAnswer.createMany({
    data: wave.questions.map(({ id }) => ({ ...given, questionId: id })),
  })
  return wave.id
}

/** Codes of the variables of which a viewer reads approved answers, by way of the wave and of the variable. */
async function questionsShown(code: string, app: App, more = '') {
  type Question = {
    variable: { code: string }
    openAnswers: { nodes: object[] }
    openAnswersWithheld?: boolean
  }
  const fields = `variable { code } ${more} openAnswers(first: 5) { nodes { text } }`
  const { data } = await ask<{
    wave: {
      questions: { nodes: Question[] }
      breakdowns: { variables: { questions: { nodes: { wave: object; openAnswers: object }[] } }[] }[]
    }
  }>(
    app,
    `{ wave(code: "${code}") { questions(first: 50) { nodes { ${fields} } }
         breakdowns { variables { questions(first: 5) { nodes { openAnswers(first: 5) { nodes { text } } } } } } } }`,
  )
  const { nodes } = data.wave.questions
  const shownOf = nodes.flatMap(({ variable, openAnswers }) =>
    openAnswers.nodes.length > 0 ? [variable.code] : [],
  )
  return { nodes, shownOf }
}

test('approved answers are shown of questions that at least k respondents were asked, with their rows or without', async () => {
  const everyone = createApp(database, { viewer: { role: 'EVERYONE' } })
  const waveId = await publishTexts('texts', 11)
  await publishTexts('few-texts', 4)
  const expected = ['remark', 'of_eight', 'of_any_cause']
  expect((await questionsShown('texts', everyone)).shownOf).toEqual(expected)
  expect((await questionsShown('few-texts', everyone)).shownOf).toEqual([])
  await database.prisma.respondent.deleteMany({ where: { waveId } })
  const later = createApp(database, { viewer: { role: 'EVERYONE' } })
  expect((await questionsShown('texts', later)).shownOf).toEqual(expected)

  const { nodes, shownOf } = await questionsShown('texts', staff, 'openAnswersWithheld')
  expect(shownOf).toEqual(expected)
  const withheld = (wanted: boolean | null) =>
    nodes.filter((node) => node.openAnswersWithheld === wanted).map(({ variable }) => variable.code)
  expect([withheld(true), withheld(false)]).toEqual([['of_three', 'of_four'], expected])
  expect(withheld(null)).toContain('pressure')
})
