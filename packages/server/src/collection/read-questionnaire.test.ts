import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { readHeading, readQuestionnaire } from './read-questionnaire.ts'
import { fieldingWave } from './testing/fielding-wave.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('examples')
})

test('a wave is read as it asks, in order, without its weight', async () => {
  const { prisma } = database
  const { id } = await prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2022' } })
  const questionnaire = await readQuestionnaire(prisma, id, null)
  expect(questionnaire?.questions.map(({ code }) => code).slice(0, 3)).toEqual([
    'sector',
    'ervaring',
    'organisatie',
  ])
  expect(questionnaire?.questions.map(({ code }) => code)).not.toContain('gewicht')
  expect(questionnaire?.questions.find(({ code }) => code === 'oorzaken_werkdruk')).toMatchObject({
    measurement: 'multiple',
    wording: { nl: 'Waardoor ontstaat de werkdruk?', en: 'What causes the work pressure?' },
    askedIf: { variable: 'werkdruk', in: ['1', '2'] },
    required: false,
  })
  expect(questionnaire?.questions.find(({ code }) => code === 'werkplezier')).toMatchObject({
    minimum: 1,
    maximum: 10,
  })
  expect(questionnaire?.organisation).toBeUndefined()
})

test('an organisation that is known is named; strata must be answered', async () => {
  const { prisma } = database
  const { id } = await fieldingWave(prisma, 'read')
  const pressure = await prisma.variable.findUniqueOrThrow({ where: { code: 'pressure' } })
  await prisma.wave.update({ where: { id }, data: { strataId: pressure.id, languages: ['en'] } })
  const questionnaire = await readQuestionnaire(prisma, id, 'org_b')
  expect(questionnaire).toMatchObject({
    organisation: { en: 'org_b' },
    languages: ['en'],
    minimumGroupSize: 5,
  })
  expect(questionnaire?.questions[0]).toMatchObject({ code: 'employer', known: 'org_b' })
  expect(questionnaire?.questions.filter(({ required }) => required).map(({ code }) => code)).toEqual([
    'pressure',
  ])
})

test('of a wave that there is not, nothing is read; a draft is told of where it is asked for', async () => {
  const { prisma } = database
  expect(await readQuestionnaire(prisma, 'nowhere', null)).toBeUndefined()
  await fieldingWave(prisma, 'drafted', { draft: true })
  expect((await readHeading(prisma, { code: 'drafted' }))?.title.nl).toBe('drafted')
  expect(await readHeading(prisma, { code: 'drafted', status: { not: 'DRAFT' } })).toBeUndefined()
})
