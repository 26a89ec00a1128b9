import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Payload {
  readonly wave: { readonly code: string; readonly version: number; readonly status: string } | null
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

let database: Database
let staff: App
let everyone: App
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = loggedStaff(database)
  everyone = createApp(database, { viewer: { role: 'EVERYONE' } })
})

async function change(mutation: string, input: object): Promise<Payload> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
  const ofWave = ['openWave', 'closeWave', 'publishWave', 'purgeWave', 'removeWave', 'startReview'].includes(
    mutation,
  )
  const { data, errors } = await ask<Record<string, Payload>>(
    staff,
    `mutation ($input: ${ofWave ? 'WaveInput' : type}!) {
       ${mutation}(input: $input) { wave { code version status } errors { code field message } } }`,
    { input },
  )
  expect(errors).toBeUndefined()
  return data[mutation]!
}

/** Makes a change that must succeed; gives the version after it. */
async function changed(mutation: string, input: object): Promise<number> {
  const { wave, errors } = await change(mutation, input)
  expect(errors).toEqual([])
  return wave?.version ?? 0
}

async function questionsOf(code: string) {
  const { data } = await ask<{ wave: { questions: { nodes: { variable: { code: string } }[] } } }>(
    staff,
    `{ wave(code: "${code}") { questions(first: 100) { nodes { variable { code } } } } }`,
  )
  return data.wave.questions.nodes.map(({ variable }) => variable.code)
}

const label = (text: string) => ({ labelNl: text, labelEn: text })
const question = {
  variable: 'hulpmiddelen',
  measurement: 'ORDINAL',
  wordingNl: 'Heb je genoeg hulpmiddelen?',
  wordingEn: 'Do you have the tools you need?',
  theme: 'middelen',
  categories: [
    { code: '1', ...label('ja') },
    { code: '2', ...label('nee') },
  ],
  nets: [{ code: 'alle', ...label('alle'), categories: ['1', '2'] }],
}

test('a wave from first idea to withdrawal, in one life', async () => {
  const wave = 'peo-2030'
  let version = await changed('createWave', {
    code: wave,
    titleNl: 'PEO 2030',
    titleEn: 'PEO 2030',
    theme: 'middelen',
    invited: 400,
    audience: 'PUBLIC',
  })
  expect(version).toBe(1)
  version = await changed('takeOverQuestions', { wave, version, from: 'peo-2022' })
  const taken = await questionsOf(wave)
  expect(taken).toContain('sector')
  expect(taken).not.toContain('hulpmiddelen')
  version = await changed('saveQuestion', { wave, version, question })
  version = await changed('saveQuestion', {
    wave,
    version,
    question: { ...question, core: true },
    after: 'sector',
  })
  const asked = await questionsOf(wave)
  expect(asked[asked.indexOf('sector') + 1]).toBe('hulpmiddelen')
  version = await changed('orderQuestions', { wave, version, order: [...asked].reverse() })
  expect(await questionsOf(wave)).toEqual([...asked].reverse())
  version = await changed('orderQuestions', { wave, version, order: asked })
  version = await changed('setBreakdowns', { wave, version, breakdowns: [['sector']] })

  const early = await change('openWave', { wave, version })
  expect(early).toMatchObject({ wave: null, errors: [{ code: 'INVALID_INPUT' }] })
  expect(early.errors[0]?.message).toContain('the days of its fieldwork')
  version = await changed('updateWave', {
    wave,
    version,
    fieldworkFrom: '2030-03-01',
    fieldworkTo: '2030-03-31',
  })
  version = await changed('openWave', { wave, version })
  expect(await change('saveQuestion', { wave, version, question })).toMatchObject({
    errors: [{ code: 'WRONG_STATE', message: 'Wave peo-2030 is FIELDING; this is done while it is DRAFT.' }],
  })
  version = await changed('updateWave', { wave, version, fieldworkTo: '2030-04-15' })
  const { id: waveId } = await database.prisma.wave.findUniqueOrThrow({ where: { code: wave } })
  await database.prisma.respondent.createMany({
    data: Array.from({ length: 40 }, (_, row) => ({
      waveId,
      answers: { sector: row % 2 === 0 ? '1' : '2', hulpmiddelen: row % 3 === 0 ? '1' : '2' },
    })),
  })
  version = await changed('closeWave', { wave, version })
  version = await changed('publishWave', { wave, version })

  const table = `{ crosstab(waves: ["${wave}"], rows: "hulpmiddelen") { counts } }`
  const published = await ask(createApp(database, { viewer: { role: 'EVERYONE' } }), table)
  expect(published.data).toEqual({ crosstab: { counts: [14, 26, 40] } })
  version = await changed('purgeWave', { wave, version })
  expect(await database.prisma.respondent.count({ where: { waveId } })).toBe(0)
  const reason = { reasonNl: 'Een fout in de routing.', reasonEn: 'A fault in the routing.' }
  version = await changed('withdrawWave', { wave, version, ...reason })
  const { data } = await ask(
    everyone,
    `{ wave(code: "${wave}") { status withdrawal { reason(language: EN) } release { digest } } }`,
  )
  expect(data).toEqual({
    wave: { status: 'WITHDRAWN', withdrawal: { reason: 'A fault in the routing.' }, release: null },
  })
  const onRecord = await ask(staff, `{ wave(code: "${wave}") { release { respondents } } }`)
  expect(onRecord.data).toEqual({ wave: { release: { respondents: 40 } } })
  const after = await ask(createApp(database, { viewer: { role: 'EVERYONE' } }), table)
  expect(after.errors?.[0]?.extensions.code).toBe('UNKNOWN_WAVE')
  expect(await database.prisma.release.count({ where: { waveId } })).toBe(1)

  const log = await database.prisma.auditEntry.findMany({
    where: { subject: 'publish', waves: { has: wave } },
  })
  expect(log).toMatchObject([
    { account: 'anna', format: 'graphql', digests: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
  ])
})

const states = ['DRAFT', 'FIELDING', 'CLOSED', 'PUBLISHED', 'WITHDRAWN'] as const
const allowed: Readonly<Record<string, readonly (typeof states)[number][]>> = {
  takeOverQuestions: ['DRAFT'],
  saveQuestion: ['DRAFT'],
  removeQuestion: ['DRAFT'],
  orderQuestions: ['DRAFT'],
  setBreakdowns: ['DRAFT', 'FIELDING', 'CLOSED'],
  setDesign: ['DRAFT', 'FIELDING', 'CLOSED'],
  openWave: ['DRAFT'],
  closeWave: ['FIELDING'],
  publishWave: ['CLOSED'],
  withdrawWave: ['PUBLISHED'],
  startReview: ['CLOSED', 'PUBLISHED'],
  purgeWave: ['PUBLISHED', 'WITHDRAWN'],
  removeWave: ['DRAFT', 'CLOSED'],
}

const more: Readonly<Record<string, object>> = {
  takeOverQuestions: { from: 'peo-2022', variables: ['sector'] },
  saveQuestion: { question },
  removeQuestion: { variable: 'sector' },
  orderQuestions: { order: [] },
  setBreakdowns: { breakdowns: [] },
  withdrawWave: { reasonNl: 'x', reasonEn: 'x' },
}

test('each state allows what it should, and nothing else', async () => {
  for (const [place, status] of states.entries()) {
    for (const [mutation, may] of Object.entries(allowed)) {
      const wave = `state-${place}-${mutation.toLowerCase()}`
      await database.prisma.wave.create({
        data: { code: wave, titleNl: 'x', titleEn: 'x', theme: 'x', status },
      })
      const { errors } = await change(mutation, { wave, version: 1, ...more[mutation] })
      const isRefused = errors[0]?.code === 'WRONG_STATE'
      expect([status, mutation, isRefused]).toEqual([status, mutation, !may.includes(status)])
      await database.prisma.wave.deleteMany({ where: { code: wave } })
    }
  }
})

test('two at once never lose each other’s work', async () => {
  const wave = 'both-2030'
  await changed('createWave', { code: wave })
  const outcomes = await Promise.all(
    ['een', 'twee', 'drie'].map((titleNl) => change('updateWave', { wave, version: 1, titleNl })),
  )
  const codes = outcomes.map(({ errors }) => errors[0]?.code ?? 'changed').sort()
  expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'changed'])
  const conflict = outcomes.find(({ errors }) => errors.length > 0)
  expect(conflict?.errors[0]?.message).toBe(
    'Wave both-2030 was changed since you read version 1: it is at version 2. Read it again, and change that.',
  )
  await changed('removeWave', { wave, version: 2 })
  expect((await change('removeWave', { wave, version: 2 })).errors).toMatchObject([{ code: 'UNKNOWN_WAVE' }])
})

test('what is wrong with a question is said, and nothing is kept', async () => {
  const wave = 'wrong-2030'
  await changed('createWave', { code: wave })
  const save = (changes: object) =>
    change('saveQuestion', { wave, version: 1, question: { ...question, ...changes } })
  for (const [changes, message] of [
    [{ categories: [] }, 'has no categories'],
    [{ variable: 'Hulp!' }, 'Hulp!.code: is no code; write lower-case'],
    [{ nets: [{ code: 'x', ...label('x'), categories: ['9'] }] }, '9 is not a category of hulpmiddelen'],
    [{ variable: 'sector' }, 'sector: its measurement is "ordinal" here and "nominal" in the database'],
  ] as const) {
    const { errors } = await save(changes)
    expect(errors).toMatchObject([{ code: 'INVALID_INPUT', message: expect.stringContaining(message) }])
  }
  const { version } = await database.prisma.wave.findUniqueOrThrow({ where: { code: wave } })
  expect([version, await questionsOf(wave)]).toEqual([1, []])
  await changed('removeWave', { wave, version: 1 })
})

test('the questionnaire says what is unreachable, untranslated or not comparable', async () => {
  const wave = 'mend-2030'
  await changed('createWave', { code: wave, fieldworkFrom: '2023-01-01' })
  let version = await changed('takeOverQuestions', {
    wave,
    version: 1,
    from: 'peo-2022',
    variables: ['werkplezier'],
  })
  const gated = { ...question, wordingEn: '', askedIf: { variable: 'later', categories: ['1'] } }
  version = await changed('saveQuestion', { wave, version, question: gated })
  const werkplezier = await database.prisma.variable.findUniqueOrThrow({ where: { code: 'werkplezier' } })
  version = await changed('saveQuestion', {
    wave,
    version,
    question: {
      variable: 'werkplezier',
      measurement: werkplezier.measurement,
      wordingNl: 'Anders',
      wordingEn: 'Otherwise',
      core: true,
      minimum: werkplezier.minimum,
      maximum: werkplezier.maximum,
      sensitive: werkplezier.sensitive,
    },
  })
  const { data } = await ask<{
    wave: { questionnaireProblems: { kind: string; variable: string; message: string }[] }
  }>(staff, `{ wave(code: "${wave}") { questionnaireProblems { kind variable message } } }`)
  expect(data.wave.questionnaireProblems).toEqual([
    { kind: 'NOT_COMPARABLE', variable: 'werkplezier', message: expect.stringContaining('since peo-2022.') },
    {
      kind: 'UNREACHABLE',
      variable: 'hulpmiddelen',
      message: 'hulpmiddelen is asked after later, which is not asked; move it, or change its routing.',
    },
    {
      kind: 'UNTRANSLATED',
      variable: 'hulpmiddelen',
      message: 'hulpmiddelen has no English for the wording.',
    },
  ])
  const dates = { fieldworkTo: '2023-03-31', titleNl: 'x', titleEn: 'x' }
  version = await changed('updateWave', { wave, version, ...dates })
  const { errors } = await change('openWave', { wave, version })
  expect(errors[0]?.message).toContain('has no English')
  await changed('removeWave', { wave, version })
  expect(await database.prisma.variable.count({ where: { code: 'hulpmiddelen' } })).toBeLessThanOrEqual(1)
})

test('a wave that was closed and not published can be removed, with all that was collected for it', async () => {
  const wave = 'gone-2030'
  const dates = { fieldworkFrom: '2030-03-01', fieldworkTo: '2030-03-31' }
  let version = await changed('createWave', { code: wave, titleNl: 'Weg', titleEn: 'Gone', ...dates })
  const own = { ...question, variable: 'weg' }
  const words = { variable: 'weg_open', measurement: 'TEXT', wordingNl: 'Wat?', wordingEn: 'What?' }
  version = await changed('saveQuestion', { wave, version, question: own })
  version = await changed('saveQuestion', { wave, version, question: words })
  version = await changed('openWave', { wave, version })
  const { id: waveId } = await database.prisma.wave.findUniqueOrThrow({ where: { code: wave } })
  await database.prisma.respondent.create({ data: { waveId, answers: { weg: '1', weg_open: 'Dat.' } } })
  await database.prisma.invitation.create({ data: { waveId, codeHash: Buffer.from('x') } })
  expect((await change('removeWave', { wave, version })).errors).toMatchObject([{ code: 'WRONG_STATE' }])
  version = await changed('closeWave', { wave, version })
  expect(await database.prisma.openAnswer.count({ where: { waveId } })).toBe(1)
  await changed('removeWave', { wave, version })
  const { respondent, openAnswer, invitation } = database.prisma
  const of = { where: { waveId } }
  expect(await database.prisma.wave.count({ where: { code: wave } })).toBe(0)
  expect([await respondent.count(of), await openAnswer.count(of), await invitation.count(of)]).toEqual([
    0, 0, 0,
  ])
  expect(await database.prisma.variable.count({ where: { code: { in: ['weg', 'weg_open'] } } })).toBe(0)
  const where = { subject: 'removeWave', refusal: null, waves: { has: wave } }
  await expect.poll(() => database.prisma.auditEntry.count({ where }), { timeout: 60_000 }).toBe(1)
  await changed('createWave', { code: wave })
})
