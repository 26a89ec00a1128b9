import type { ReleasePlan } from '@peo/disclosure'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { Database } from '../database/database.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { importSurvey } from '../import/import-survey.ts'
import { sampledSurvey, withoutStratum } from '../import/testing/sampled-survey.ts'
import { goodAnswers, smallCodebook, surveyFolder } from '../import/testing/small-survey.ts'
import { emptyTables } from '../import/testing/table-rows.ts'
import { previewSurvey } from '../testing/preview-survey.ts'
import { testDatabase } from '../testing/test-database.ts'
import { AuditFailed } from './audit-failed.ts'
import { planOnce } from './kept-plans.ts'
import { auditOnThreads, planOnThreads } from './plan-on-threads.ts'
import { type PublishOptions, type ReleaseAudit, sourceDigest } from './prepare-release.ts'
import { publishWave } from './publish-wave.ts'
import { collectedData, readWave, storedColumns } from './read-wave.ts'
import { releaseCodebook } from './release-codebook.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})
afterEach(() => emptyTables(database))

const publish = (code = 'peo-1', options: PublishOptions = {}) => publishWave(database.prisma, code, options)

async function newestRelease() {
  const { digest, codebook, plan, columns } = await database.prisma.release.findFirstOrThrow({
    orderBy: { number: 'desc' },
    include: { columns: true },
  })
  const withheld = (plan as unknown as ReleasePlan).withheld
  return { digest, codebook: releaseCodebook.parse(codebook), plan, withheld, columns }
}

async function importWave(changes: Parameters<typeof smallCodebook>[0] = {}, answers = goodAnswers) {
  const file = await surveyFolder(smallCodebook(changes), { 'answers.csv': answers })
  const outcome = await importSurvey(database, file, { publish: false, dryRun: false })
  expect(outcome).toHaveProperty('waves')
}

test('a wave is published by the plan that staff saw in its preview', async () => {
  // No other test has this minimum.
  await importWave({ minimumGroupSize: 11 })
  const wave = (await readWave(database.prisma, 'peo-1'))!
  const columns = await storedColumns(wave)
  const plan = await planOnThreads(collectedData(wave, columns), wave.policy)
  const seen = { ...plan, spreadWithheld: ['seen'] }
  await planOnce(sourceDigest(wave, columns), async () => seen)
  await publish()
  expect((await newestRelease()).plan).toMatchObject({ minimumGroupSize: 11, spreadWithheld: ['seen'] })
})

test('a release has its plan, its codebook and a column per variable that is tabulated', async () => {
  await importWave({ minimumGroupSize: 6 })
  const digest = await publish()
  const release = await newestRelease()
  expect(release.digest).toBe(digest)
  expect(release.plan).toMatchObject({
    minimumGroupSize: 6,
    background: ['sector'],
    questions: ['pressure', 'joy', 'causes'],
    breakdowns: [['sector']],
  })
  expect(release.codebook.wave).toEqual({
    code: 'peo-1',
    title: { nl: 'First', en: 'First' },
    fieldworkFrom: '2020-01-01',
  })
  expect(release.codebook.variables[0]).toMatchObject({ code: 'sector', role: 'background' })
  expect(release.codebook.variables[3]).toMatchObject({
    code: 'causes',
    askedIf: { variable: 'pressure', in: ['1'] },
    categories: [{ code: 'rules' }, { code: 'hours' }],
  })
  const dataOf = (code: string) => release.columns.find(({ variable }) => variable === code)?.data ?? []
  const stored = release.columns.map(({ variable }) => variable)
  expect(stored.toSorted()).toEqual(['causes', 'joy', 'pressure', 'sector', 'weight'])
  expect([...dataOf('pressure')].toSorted()).toEqual([...Array(8).fill(0), ...Array(4).fill(1)])
})

test('a group below the minimum is withheld in the plan', async () => {
  await importWave({ minimumGroupSize: 7 })
  await publish()
  const release = await newestRelease()
  expect(release.withheld['joy|sector']).toMatchObject({ a: 'BELOW_MINIMUM', b: 'BELOW_MINIMUM' })
})

test('a plan that its audit does not pass is not published, and nothing is written', async () => {
  await importWave()
  const findings = [
    { family: 'joy|sector', group: 'a', problem: 'FOLLOWS', answer: null },
    { family: 'pressure|', group: '', problem: 'PINNED', answer: '1' },
    { family: '|sector', group: null, problem: 'ONE_ANSWER', answer: null },
  ] as const
  const failed = await publish('peo-1', { audit: async () => findings }).catch((error: unknown) => error)
  const wayOut = 'merge categories, leave out a breakdown or raise minimumGroupSize'
  expect(failed).toBeInstanceOf(AuditFailed)
  expect(failed).toMatchObject({
    wave: 'peo-1',
    findings,
    message: `Wave peo-1 is not published: its release plan does not protect everyone.
joy by sector, group a: a count follows from what would be published; ${wayOut}
pressure, group everyone: what would be published leaves one count (answer 1); ${wayOut}
sector, a group of too few respondents: what would be published leaves one answer; ${wayOut}`,
  })
  expect(await database.prisma.release.count()).toBe(0)
  expect(await database.prisma.wave.findFirst()).toMatchObject({ status: 'CLOSED' })
})

test('a plan that withholds nothing does not pass the audit', async () => {
  const file = await previewSurvey()
  expect(await importSurvey(database, file, { publish: false, dryRun: false })).toHaveProperty('waves')
  const audit: ReleaseAudit = (data, plan, progress) => {
    const families = Object.keys(plan.withheld).map((family) => [family, {}])
    return auditOnThreads(data, { ...plan, withheld: Object.fromEntries(families) }, progress)
  }
  await expect(publish('plan', { audit })).rejects.toThrow('plaats, group c: it must be withheld and is not')
  expect(await publish('plan')).toMatch(/^[0-9a-f]{64}$/)
})

test('a wave that is changed while its release is made is not published, and nothing is written', async () => {
  await importWave()
  const { prisma } = database
  const changes = [
    () => prisma.wave.updateMany({ data: { minimumGroupSize: 6 } }),
    () => prisma.question.updateMany({ data: { comparabilityNoteNl: 'x', comparabilityNoteEn: 'x' } }),
    async () => prisma.respondent.delete({ where: { id: (await prisma.respondent.findFirstOrThrow()).id } }),
  ]
  for (const change of changes) {
    const audit = async () => {
      await change()
      return []
    }
    const message = 'Wave peo-1 was changed while its release was made; publish it again.'
    await expect(publish('peo-1', { audit })).rejects.toThrow(message)
    expect(await prisma.release.count()).toBe(0)
    expect(await prisma.wave.findFirst()).toMatchObject({ status: 'CLOSED' })
  }
  expect(await publish()).toMatch(/^[0-9a-f]{64}$/)
})

test('of two who publish a wave at once, one does', async () => {
  await importWave()
  const outcomes = await Promise.allSettled([publish(), publish()])
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(failures).toHaveLength(1)
  expect(String(failures[0])).toContain('published or reopened while its release was made')
  expect(await database.prisma.release.count()).toBe(1)
})

test('publishing says how far it is, by question', async () => {
  await importWave()
  const told: unknown[] = []
  await publish('peo-1', {
    progress: (...progress) => told.push(progress),
    audit: async (_, __, progress) => {
      progress(1, 1)
      return []
    },
  })
  expect(told.slice(-2)).toEqual([
    ['peo-1', 'release plan', 3, 3],
    ['peo-1', 'audit', 1, 1],
  ])
})

test('a note on comparability goes with the release', async () => {
  await importWave()
  await database.prisma.question.updateMany({
    where: { variable: { code: 'joy' } },
    data: { comparabilityNoteNl: 'andere schaal', comparabilityNoteEn: 'another scale' },
  })
  await publish()
  const release = await newestRelease()
  const notes = release.codebook.variables.map(({ comparabilityNote }) => comparabilityNote)
  expect(notes?.filter(Boolean)).toEqual([{ nl: 'andere schaal', en: 'another scale' }])
})

test('a release is numbered after the one before', async () => {
  await importWave()
  await publish()
  await database.prisma.wave.updateMany({ data: { status: 'CLOSED', titleEn: 'First, mended' } })
  await publish()
  const releases = await database.prisma.release.findMany({ orderBy: { number: 'asc' } })
  expect(releases.map(({ number }) => number)).toEqual([1, 2])
})

test.each(['DRAFT', 'FIELDING', 'PUBLISHED', 'WITHDRAWN'] as const)('a wave that is %s', async (status) => {
  await importWave()
  await database.prisma.wave.updateMany({ data: { status } })
  await expect(publish()).rejects.toThrow(`Wave peo-1 is ${status}; only a closed wave is published.`)
  expect(await database.prisma.release.count()).toBe(0)
})

test('a wave without answers, and a wave that does not exist', async () => {
  await expect(publish()).rejects.toThrow('There is no wave peo-1.')
  await importWave()
  await database.prisma.respondent.deleteMany()
  await expect(publish()).rejects.toThrow('Wave peo-1 has no answers to publish.')
  expect(await database.prisma.wave.findFirst()).toMatchObject({ status: 'CLOSED' })
})

const sampledWave = { code: 'fpc', title: { nl: 'x', en: 'x' }, fieldworkFrom: '2020-01-01' }
const stratified = { strata: 'stratum', clusters: 'cluster', population: { 1: 15, 2: 12 } }

async function importSampled(design?: CodebookDesign, answers?: string) {
  const file = await sampledSurvey(design, answers)
  expect(await importSurvey(database, file, { publish: false, dryRun: false })).toHaveProperty('waves')
}

test.each<[string, CodebookDesign]>([
  ['all of it', stratified],
  ['a population only', { population: 100 }],
])('the design of a wave goes with its release and into its digest: %s', async (_, design) => {
  await importSampled(design)
  const digest = await publish('fpc')
  const release = await newestRelease()
  expect(release.codebook.wave).toEqual({ ...sampledWave, design })
  // The same wave without its design is another release.
  await database.prisma.wave.updateMany({
    data: { status: 'CLOSED', strataId: null, clustersId: null, population: Prisma.DbNull },
  })
  expect(await publish('fpc')).not.toBe(digest)
  const without = await newestRelease()
  expect(without.codebook.wave).toEqual(sampledWave)
})

test('a wave does not become more of its design variables than it had', async () => {
  await importSampled(stratified)
  await publish('fpc')
  const release = await newestRelease()
  expect(release.plan).toMatchObject({ background: [], questions: ['stratum', 'cluster', 'x'] })
})

test.each<[string, CodebookDesign, string | undefined, string]>([
  [
    'missing answers',
    { strata: 'stratum' },
    withoutStratum(3),
    'Wave fpc does not fit its design:\n3 of 40 respondents have no stratum; fill it in, or leave it out of the design',
  ],
  [
    'two populations that are too small',
    { ...stratified, population: { 1: 4, 2: 2 } },
    undefined,
    'Wave fpc does not fit its design:\nthe population of stratum = 1 is 4, but 5 were sampled; count every cluster (cluster) there is\nthe population of stratum = 2 is 2, but 3 were sampled; count every cluster (cluster) there is',
  ],
])('a wave whose answers its design does not fit: %s', async (_, design, answers, message) => {
  await importSampled(design, answers)
  await expect(publish('fpc')).rejects.toThrow(message)
  expect(await database.prisma.release.count()).toBe(0)
  expect(await database.prisma.wave.findFirst()).toMatchObject({ status: 'CLOSED' })
})

test.each([
  true,
  false,
])('answers in words wait apart once a wave is published (at its import: %s)', async (atImport) => {
  const file = await surveyFolder(smallCodebook(), { 'answers.csv': goodAnswers })
  const { prisma } = database
  await importSurvey(database, file, { publish: atImport, dryRun: false })
  if (!atImport) await publish()
  const rows = await prisma.respondent.findMany()
  expect(rows).toHaveLength(12)
  expect(JSON.stringify(rows)).not.toContain('call me')
  expect(await prisma.openAnswer.findMany()).toMatchObject([{ text: 'call me on 06-12345678' }])
  expect(await importSurvey(database, file, { publish: true, dryRun: false })).toMatchObject({
    already: true,
  })
})
