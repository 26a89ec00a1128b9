import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type App, createApp } from '../../packages/server/src/app.ts'
import type { Codebook } from '../../packages/server/src/codebook/codebook-format.ts'
import type { Database } from '../../packages/server/src/database/database.ts'
import { importSurvey } from '../../packages/server/src/import/import-survey.ts'
import { pathsOf, routes } from '../../packages/server/src/plugins/routes.ts'
import { signInSteps } from '../../packages/server/src/plugins/sign-in.ts'
import { schema } from '../../packages/server/src/schema/schema.ts'
import { ask, type GraphqlAnswer } from '../../packages/server/src/testing/ask.ts'
import { previewSurvey } from '../../packages/server/src/testing/preview-survey.ts'
import { testDatabase } from '../../packages/server/src/testing/test-database.ts'
import { documentOf, type TypeQuestion, typeQuestions, type Way } from './field-questions.ts'
import { argumentSamples, getRoutes, waves } from './samples.ts'

const roles = ['EVERYONE', 'PROFESSIONAL', 'PARTNER', 'RESEARCHER', 'STAFF'] as const

type Apps = Readonly<Record<(typeof roles)[number], App>>

let apps: Apps

/** The examples with waves for partners, drafts, one withdrawn, and one with a note on a question. */
async function makeApps(): Promise<Apps> {
  const database = await testDatabase('examples')
  const file = await previewSurvey()
  const codebook = JSON.parse(await readFile(file, 'utf8')) as Codebook
  const [plan] = codebook.waves
  const note = { ruimte: { nl: 'Eerst anders gevraagd.', en: 'Asked otherwise before.' } }
  codebook.waves.push({ ...plan!, code: 'noted', comparabilityNotes: note, design: { population: 900 } })
  plan!.audience = 'partners'
  await writeFile(file, JSON.stringify(codebook))
  await importSurvey(database, file, { publish: true, dryRun: false })
  await database.prisma.wave.update({ where: { code: 'peo-2021' }, data: { audience: 'PARTNERS' } })
  const text = { titleNl: 'x', titleEn: 'x', theme: 'x' }
  const withdrawn = { withdrawnNl: 'x', withdrawnEn: 'x', withdrawnOn: new Date() }
  await database.prisma.wave.create({
    data: { ...text, ...withdrawn, code: 'gone', status: 'WITHDRAWN', audience: 'PUBLIC' },
  })
  const question = { variable: { connect: { code: 'sector' } }, position: 0, wordingNl: 'x', wordingEn: '' }
  const employer = { ...question, variable: { connect: { code: 'organisatie' } } }
  const { id: waveId } = await database.prisma.wave.create({
    data: { ...text, code: 'unwritten', status: 'FIELDING', questions: { create: [question, employer] } },
  })
  const { id: questionId } = await database.prisma.question.findFirstOrThrow({ where: { waveId } })
  await database.prisma.openAnswer.create({ data: { waveId, questionId, text: 'x@y.nl' } })
  const published = await database.prisma.question.findFirstOrThrow({
    where: { wave: { code: 'peo-2022' }, variable: { measurement: 'TEXT' } },
  })
  await database.prisma.openAnswer.create({
    data: {
      waveId: published.waveId,
      questionId: published.id,
      text: 'x',
      approved: 'x',
      status: 'APPROVED',
    },
  })
  const entry = {
    action: 'TABLE' as const,
    subject: 'crosstab',
    format: 'csv',
    role: 'STAFF',
    asked: {},
    times: 1,
  }
  await database.prisma.wave.create({
    data: { ...text, code: 'collecting', status: 'CLOSED', questions: { create: question } },
  })
  // Work on a wave that goes on for as long as the test.
  const at = new Date(Date.now() + 3600_000)
  await database.prisma.progress.create({ data: { wave: 'plan', stage: 'AUDIT', done: 1, of: 2, at } })
  await database.prisma.importedFile.create({
    data: { waveId: published.waveId, digest: 'x', respondents: 1 },
  })
  await database.prisma.auditEntry.create({ data: { ...entry, at: new Date() } })
  await addFollowUp(database)
  const as = (role: (typeof roles)[number]) => createApp(database, { viewer: { role } })
  return {
    EVERYONE: as('EVERYONE'),
    PROFESSIONAL: as('PROFESSIONAL'),
    PARTNER: as('PARTNER'),
    RESEARCHER: as('RESEARCHER'),
    STAFF: as('STAFF'),
  }
}

/** One of each that a professional or staff write about a public wave, with no more than that. */
async function addFollowUp({ prisma }: Database): Promise<void> {
  const { id: waveId } = await prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2022' } })
  const { id: authorId } = await prisma.staffAccount.create({ data: { kind: 'PROFESSIONAL', name: 'Pia' } })
  const { id: recommendationId } = await prisma.recommendation.findFirstOrThrow({
    where: { waveId },
    orderBy: { position: 'asc' },
  })
  const texts = { textNl: 'Tekst', textEn: 'Text' }
  const table = { rows: 'werkdruk', columns: [], filter: [{ variable: 'sector', categories: ['1'] }] }
  await prisma.followUp.create({ data: { recommendationId, waveId, ...texts } })
  await prisma.reflection.create({ data: { waveId, table, published: true, ...texts } })
  await prisma.remark.create({ data: { waveId, table, authorId, text: 'x', status: 'APPROVED' } })
  await prisma.proposal.create({ data: { kind: 'THEME', text: 'x', authorId, waveId } })
}

/** Whether each role may: a line of the table. */
const line = (name: string, allowed: readonly boolean[]) =>
  `| ${[`\`${name}\``, ...allowed.map((yes) => (yes ? 'yes' : '-'))].join(' | ')} |`

const heading = [
  '',
  '| | everyone | professional | partner | researcher | staff |',
  '|---|---|---|---|---|---|',
]

const reaches = ({ data }: GraphqlAnswer<unknown>) => JSON.stringify(data ?? null).includes('"reached":')

/** No operation may ask for more mutations at once; a subscription asks for one thing. */
const together = (type: string) => (type === 'Subscription' ? 1 : 40)

/** Asks a document; of a subscription, for the first event. */
async function answerTo(app: App, document: string): Promise<GraphqlAnswer<unknown>> {
  if (!document.startsWith('subscription')) return ask(app, document)
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: document }),
  })
  let text = ''
  for await (const chunk of response.body!) {
    text += Buffer.from(chunk).toString()
    const event = /^data: ?(.+)$/m.exec(text)?.[1]
    if (event !== undefined) return JSON.parse(event) as GraphqlAnswer<unknown>
  }
  throw new Error(`Nothing came of ${document}.`)
}

/** Staff are asked for many fields at once, and are refused nothing: a preview takes a second. */
async function checkStaff({ type, fields, ways }: TypeQuestion): Promise<void> {
  const all = [...fields.values()]
  const most = together(type)
  for (let from = 0; from < all.length; from += most)
    await checkFields(type, ways, all.slice(from, from + most))
}

async function checkFields(type: string, ways: readonly Way[], fields: readonly string[]): Promise<void> {
  for (const way of ways) {
    const answer = await answerTo(apps.STAFF, documentOf(way, fields))
    if (!reaches(answer)) continue
    expect(answer.errors, type).toBeUndefined()
    return
  }
  throw new Error(`No sample leads to ${type}: ${ways.map((way) => way.join(' { ')).join('\n')}`)
}

/** Whether this way gives a role all these fields; it does not fail but by being refused. */
async function gives(role: keyof Apps, way: Way, fields: readonly string[]): Promise<boolean> {
  const document = documentOf(way, fields)
  const answer = await answerTo(apps[role], document)
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code)
  for (const code of codes) expect(['UNAUTHENTICATED', 'FORBIDDEN'], document).toContain(code)
  return reaches(answer) && codes.length === 0
}

/** Those of a type's fields that any way gives a role. */
async function allowedFields(role: keyof Apps, { ways, fields }: TypeQuestion): Promise<Set<string>> {
  const allowed = new Set<string>()
  for (const way of ways) {
    // The fields of an operation itself are asked one by one: so many mutations are not allowed together.
    const isDeep = way.length > 1
    if (isDeep && !(await gives(role, way, []))) continue
    if (isDeep && (await gives(role, way, [...fields.values()]))) return new Set(fields.keys())
    for (const [field, asked] of fields)
      if (!allowed.has(field) && (await gives(role, way, [asked]))) allowed.add(field)
    if (allowed.size === fields.size) break
  }
  return allowed
}

async function askType(question: TypeQuestion): Promise<string> {
  await checkStaff(question)
  const allowed: Set<string>[] = []
  for (const role of ['EVERYONE', 'PROFESSIONAL', 'PARTNER', 'RESEARCHER'] as const)
    allowed.push(await allowedFields(role, question))
  const lines = [...question.fields.keys()].map((field) =>
    line(`${question.type}.${field}`, [...allowed.map((fields) => fields.has(field)), true]),
  )
  return lines.sort().join('\n')
}

async function askWave(name: string, code: string): Promise<string> {
  const allowed: boolean[] = []
  for (const role of roles) {
    const { data } = await ask<{ wave: object | null }>(apps[role], `{ wave(code: "${code}") { code } }`)
    allowed.push(data.wave !== null)
  }
  return line(name, allowed)
}

async function askRoute(name: string, path: string): Promise<string> {
  const allowed: boolean[] = []
  for (const role of roles) {
    const { status } = await apps[role].fetch(`http://localhost${path}`)
    expect([200, 302, 303, 308, 400, 401, 403, 404], `${path} as ${role}`).toContain(status)
    allowed.push(status < 400)
  }
  return line(name, allowed)
}

async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<string>,
): Promise<string[]> {
  const lines: string[] = []
  for (const item of items) lines.push(await work(item))
  return lines.sort()
}

/** What a program asks by POST alone. */
const postOnly = ['/auth/sign-out', '/oauth/token']

test('every path that the service answers has its line', () => {
  const asked = getRoutes.map(([, path]) => path.split('?')[0]!)
  const without = routes.filter((route) => !asked.some((path) => pathsOf(route).test(path)))
  expect(without).toEqual(postOnly)
})

test('every address that the issuer publishes or a sign-in passes has its line', async () => {
  const app = createApp(await testDatabase('empty'))
  const lists = await Promise.all(
    ['openid-configuration', 'oauth-authorization-server'].map(async (name): Promise<object> => {
      const answer = await app.fetch(`http://localhost/.well-known/${name}`)
      return (await answer.json()) as object
    }),
  )
  const addresses = lists
    .flatMap((list) => Object.values(list) as unknown[])
    .flatMap((value) =>
      typeof value === 'string' && value.startsWith('http://localhost:4000/')
        ? [new URL(value).pathname]
        : [],
    )
  const steps = signInSteps.flatMap((step) => (step.startsWith('GET ') ? [step.slice(4)] : []))
  const asked = getRoutes.map(([, path]) => path.split('?')[0]!)
  expect(addresses).toContain('/oauth/authorize')
  expect([...asked, ...postOnly]).toEqual(expect.arrayContaining([...addresses, ...steps]))
})

test('who sees what is as it was; `npx vitest run tests/permissions -u` writes it anew', async () => {
  apps = await makeApps()
  const text = [
    '# Who may see what',
    '',
    'Asked of a running service by `permissions.test.ts`, which compares it. Whoever changes it changes who sees what.',
    '',
    '## Waves',
    ...heading,
    ...(await inTurn(waves, ([name, code]) => askWave(name, code))),
    '',
    '## GET routes',
    ...heading,
    ...(await inTurn(getRoutes, ([name, path]) => askRoute(name, path))),
    '',
    '## Fields of the schema',
    ...heading,
    ...(await inTurn(typeQuestions(schema, argumentSamples), askType)),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('permissions.md')
})
