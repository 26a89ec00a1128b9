import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { storeSurvey } from '../import/import-survey.ts'
import { sampledCodebook } from '../import/testing/sampled-survey.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database

/** A wave that was sampled by organisation, of which a question was put to two organisations. */
beforeAll(async () => {
  database = await testDatabase('empty')
  const { variables, waves } = sampledCodebook({ strata: 'stratum', population: { 1: 15, 2: 12 } })
  const [stratum, cluster, ...others] = variables
  const codebook = {
    variables: [
      { ...stratum!, role: 'background' as const, partnerBoundary: true },
      { ...cluster!, askedIf: { variable: 'stratum', in: ['1', '2'] } },
      ...others,
    ],
    waves,
  }
  const survey = { codebook, answers: new Map() }
  expect(
    await storeSurvey(database, survey, 'codebook.json', { publish: false, dryRun: false }),
  ).toMatchObject({
    waves: [{ code: 'fpc' }],
  })
  await database.prisma.wave.updateMany({ data: { status: 'PUBLISHED' } })
})

const all = ['1', '2']

test.each<[Viewer, string[]]>([
  [{ role: 'EVERYONE' }, []],
  [{ role: 'PARTNER' }, []],
  [{ role: 'PARTNER', organisation: '2' }, ['2']],
  [{ role: 'RESEARCHER', organisation: '1' }, ['1']],
  [{ role: 'STAFF' }, all],
])('of the organisations that were sampled and asked, %j finds %j', async (viewer, known) => {
  const query =
    '{ wave(code: "fpc") { design { strata { code } population { category size } } questions { nodes { askedIf { variable categories } } } } }'
  const { data } = await ask(createApp(database, { viewer }), query)
  const sizes = { 1: 15, 2: 12 }
  expect(data).toMatchObject({
    wave: {
      design: {
        strata: { code: 'stratum' },
        population: known.map((category) => ({ category, size: sizes[category as '1' | '2'] })),
      },
      questions: {
        nodes: [null, { variable: 'stratum', categories: known }, null, null].map((askedIf) => ({ askedIf })),
      },
    },
  })
})
