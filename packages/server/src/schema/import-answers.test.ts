import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '../access/browser-session.ts'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { saveSurvey } from '../import/save-survey.ts'
import { goodAnswers, header, smallCodebook } from '../import/testing/small-survey.ts'
import { countRows, emptyTables } from '../import/testing/table-rows.ts'
import { mostBytes, mostUploadBytes } from '../plugins/body-limit.ts'
import { ask, type GraphqlAnswer } from '../testing/ask.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'
import { upload } from '../testing/upload.ts'

interface Payload {
  readonly respondents: number | null
  readonly already: boolean
  readonly columns: readonly { readonly column: string; readonly understood: string }[]
  readonly problems: readonly { readonly row: number | null; readonly code: string }[]
  readonly moreProblems: number
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

let database: Database
let staff: App

beforeAll(async () => {
  database = await testDatabase('empty')
})
beforeEach(async () => {
  await emptyTables(database)
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  const codebook = smallCodebook({ responses: null })
  await database.prisma.$transaction((transaction) =>
    saveSurvey(transaction, { codebook, answers: new Map() }),
  )
})

const document = `mutation ($input: ImportAnswersInput!) { importAnswers(input: $input) {
  respondents already columns { column understood } problems { row column code message } moreProblems
  errors { code field message } } }`

async function sent(text: string, input: object = {}, app = staff): Promise<Payload> {
  const { status, body } = await upload<{ importAnswers: Payload }>(
    app,
    document,
    { wave: 'peo-1', ...input },
    { file: new File([text], 'answers.csv') },
  )
  expect(body.errors).toBeUndefined()
  expect(status).toBe(200)
  return body.data.importAnswers
}

const rows = async () => (await countRows(database)).Respondent ?? 0

test('an uploaded file is imported once; its dry run says what each column is and changes nothing', async () => {
  const dry = await sent(goodAnswers, { dryRun: true })
  expect(dry).toMatchObject({ respondents: 12, already: false, problems: [], moreProblems: 0, errors: [] })
  expect(dry.columns).toContainEqual({ column: 'sector', understood: 'nominal sector, 2 categories' })
  expect(await rows()).toBe(0)
  expect(await sent(goodAnswers)).toMatchObject({ respondents: 12, already: false, errors: [] })
  expect(await sent(goodAnswers)).toMatchObject({ respondents: 12, already: true, errors: [] })
  expect(await rows()).toBe(12)
  expect((await countRows(database)).Progress).toBeUndefined()
})

test('the audit log has the name of the file, and nothing of what is in it', async () => {
  const logged = loggedStaff(database)
  await sent(goodAnswers, {}, logged)
  const variables = { input: { wave: 'peo-1', content: goodAnswers, dryRun: true } }
  await ask(logged, document, variables)
  await logged.close()
  const entries = await database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(entries).toMatchObject([
    {
      subject: 'importAnswers',
      account: 'anna',
      waves: ['peo-1'],
      asked: { input: { wave: 'peo-1', file: { name: 'answers.csv' }, dryRun: false } },
      refusal: null,
    },
    { subject: 'importAnswers', asked: { input: { wave: 'peo-1', dryRun: true } } },
  ])
  expect(JSON.stringify(entries.map(({ asked }) => asked))).not.toContain('06-12345678')
})

test('what is wrong is told by row, up to a hundred, and nothing is imported', async () => {
  const wrong = Array.from({ length: 1_300 }, (_, index) => `${index},a,1,11,1,0,,1`).join('\n')
  const payload = await sent(`${header}\n${wrong}\n`)
  expect(payload).toMatchObject({ respondents: null, errors: [{ code: 'INVALID_INPUT', field: 'file' }] })
  expect(payload.problems).toHaveLength(100)
  expect(payload.problems[0]).toMatchObject({ row: 2, column: 'joy', code: 'OUT_OF_RANGE' })
  expect(payload.moreProblems).toBe(1_200)
  expect(await rows()).toBe(0)
})

test('the text of a short file may stand in its place; one of the two is asked for', async () => {
  const put = async (input: object) => {
    const { data } = await ask<{ importAnswers: Payload }>(staff, document, {
      input: { wave: 'peo-1', ...input },
    })
    return data.importAnswers
  }
  expect(await put({ content: goodAnswers })).toMatchObject({ respondents: 12, errors: [] })
  expect(await put({})).toMatchObject({ errors: [{ code: 'INVALID_INPUT', field: 'file' }] })
  expect(await rows()).toBe(12)
})

test.each([
  ['DRAFT', 'WRONG_STATE'],
  ['PUBLISHED', 'WRONG_STATE'],
] as const)('a wave that is %s takes no answers', async (status, code) => {
  await database.prisma.wave.updateMany({ data: { status } })
  expect(await sent(goodAnswers)).toMatchObject({ problems: [], errors: [{ code, field: 'wave' }] })
  expect(await sent(goodAnswers, { wave: 'nope' })).toMatchObject({ errors: [{ code: 'UNKNOWN_WAVE' }] })
})

test('a Triple-S definition brings its answers as data', async () => {
  const definition = `<sss version="2.0"><survey><record ident="A" href="x.csv" format="csv">
    <variable ident="1" type="single"><name>q</name><label>Q</label><position start="2"/>
    <values><value code="1">one</value></values></variable></record></survey></sss>`
  const draft = `mutation ($input: DraftCodebookInput!) { draftCodebook(input: $input) {
    codebook problems { code } errors { code } } }`
  const files = { file: new File([definition], 'x.sss'), data: new File(['1,1\n'], 'x.csv') }
  const one = await upload<{ draftCodebook: { codebook: string | null } }>(
    staff,
    draft,
    { wave: 'x' },
    { file: files.file },
  )
  expect(one.body.data.draftCodebook).toMatchObject({
    codebook: null,
    problems: [{ code: 'FILE_NOT_FOUND' }],
    errors: [{ code: 'INVALID_INPUT' }],
  })
  const { body } = await upload<{ draftCodebook: { codebook: string } }>(staff, draft, { wave: 'x' }, files)
  expect(JSON.parse(body.data.draftCodebook.codebook)).toMatchObject({
    variables: [{ code: 'q', measurement: 'nominal' }],
    waves: [{ code: 'x' }],
  })
})

test('only staff may send a file, and others no more than any request has', async () => {
  const code = ({ errors }: GraphqlAnswer<unknown>) => errors?.[0]?.extensions.code
  const large = new File(['x'.repeat(mostBytes)], 'x.csv')
  for (const role of ['EVERYONE', 'PROFESSIONAL', 'PARTNER', 'RESEARCHER'] as const) {
    const app = createApp(database, { viewer: { role } })
    const { body } = await upload(app, document, { wave: 'peo-1' }, { file: new File(['x'], 'x.csv') })
    expect(code(body)).toBe(role === 'EVERYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
    const { status, body: refused } = await upload(app, document, { wave: 'peo-1' }, { file: large })
    expect([status, code(refused)]).toEqual([413, 'TOO_COSTLY'])
  }
  expect((await sent('x'.repeat(mostBytes))).errors).toMatchObject([{ code: 'INVALID_INPUT' }])
  const { status } = await upload(staff, document, {}, { file: new File(['x'.repeat(mostUploadBytes)], 'x') })
  expect(status).toBe(413)
})

test('a file that another site makes a browser send is not taken', async () => {
  const files = { file: new File([goodAnswers], 'answers.csv') }
  const { status } = await upload(staff, document, { wave: 'peo-1' }, files, {})
  expect(status).toBe(415)
  expect(await rows()).toBe(0)
})

test('a session counts for what pages of the service send, and for no other', async () => {
  const url = 'http://localhost:4000'
  const { id } = await database.prisma.staffAccount.create({ data: { name: 'Anna' } })
  const session = await openSession(database.prisma, id)
  const files = { file: new File([goodAnswers], 'answers.csv') }
  const send = async (origin: string) => {
    const headers = { 'x-peo-client': 'curl', cookie: `peo-session=${session?.value}`, origin }
    const { body } = await upload<{ importAnswers: Payload | null }>(
      createApp(database, { url }),
      document,
      { wave: 'peo-1' },
      files,
      headers,
    )
    return body.errors?.[0]?.extensions.code ?? body.data.importAnswers?.respondents
  }
  expect(await send('https://example.org')).toBe('UNAUTHENTICATED')
  expect(await send(url)).toBe(12)
})

test('what only looks like a file is none', async () => {
  const { errors } = await ask(staff, document, { input: { wave: 'peo-1', file: { name: 'x', size: 1 } } })
  expect(errors?.[0]?.message).toContain('This is no file')
})

test('who read a wave before a file was imported or taken back publishes nothing unseen', async () => {
  await sent(goodAnswers)
  const publish = `mutation ($version: Int!) { publishWave(input: { wave: "peo-1", version: $version }) {
    wave { status } errors { code } } }`
  const published = async (version: number) =>
    (await ask<{ publishWave: object }>(staff, publish, { version })).data.publishWave
  const { version } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-1' } })
  const other = `${header}\n1,a,1,7,1,0,,1\n`
  const files = () => ({ file: new File([other], 'answers.csv') })
  const done = `{ wave { version } errors { code } }`
  const add = `mutation ($input: ImportAnswersInput!) { done: importAnswers(input: $input) ${done} }`
  expect((await upload(staff, add, { wave: 'peo-1' }, files())).body.data).toEqual({
    done: { wave: { version: version + 1 }, errors: [] },
  })
  expect(await published(version)).toEqual({ wave: null, errors: [{ code: 'CONFLICT' }] })
  const take = `mutation ($input: TakeBackAnswersInput!) { done: takeBackAnswers(input: $input) ${done} }`
  expect((await upload(staff, take, { wave: 'peo-1' }, files())).body.data).toEqual({
    done: { wave: { version: version + 2 }, errors: [] },
  })
  expect(await published(version + 1)).toEqual({ wave: null, errors: [{ code: 'CONFLICT' }] })
  expect(await published(version + 2)).toEqual({ wave: { status: 'PUBLISHED' }, errors: [] })
})

test('what is imported in words into a closed wave waits for review at once, apart from its rows', async () => {
  await sent(goodAnswers)
  const query = '{ openAnswers(wave: "peo-1", status: PENDING, first: 5) { nodes { text } } }'
  const { data } = await ask<{ openAnswers: object }>(staff, query)
  expect(data.openAnswers).toEqual({ nodes: [{ text: 'call me on 06-12345678' }] })
  const all = await database.prisma.respondent.findMany({ select: { answers: true } })
  expect(all).toHaveLength(12)
  expect(JSON.stringify(all)).not.toContain('call me')
})
