import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { Database } from '../database/database.ts'
import { importSurvey } from '../import/import-survey.ts'
import { sampledSurvey } from '../import/testing/sampled-survey.ts'
import { emptyTables } from '../import/testing/table-rows.ts'
import { ask } from '../testing/ask.ts'
import { countStatements } from '../testing/count-statements.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
})
beforeEach(() => emptyTables(database))

const designs =
  '{ waves { nodes { design { strata { code } clusters { code } population { category size } } } } }'
const population = { 1: 15, 2: 12 }

async function publishSampled(design?: CodebookDesign) {
  const outcome = await importSurvey(database, await sampledSurvey(design), { publish: true, dryRun: false })
  expect(outcome).toEqual({ waves: [{ code: 'fpc', respondents: 40 }] })
  return createApp(database)
}

test.each<[CodebookDesign | undefined, object | null]>([
  [undefined, null],
  [{ strata: 'stratum' }, { strata: { code: 'stratum' }, clusters: null, population: [] }],
  [{ clusters: 'cluster' }, { strata: null, clusters: { code: 'cluster' }, population: [] }],
  [{ population: 54 }, { strata: null, clusters: null, population: [{ category: null, size: 54 }] }],
  [
    { strata: 'stratum', clusters: 'cluster', population },
    {
      strata: { code: 'stratum' },
      clusters: { code: 'cluster' },
      population: [
        { category: '1', size: 15 },
        { category: '2', size: 12 },
      ],
    },
  ],
])('a reader sees the design %j', async (design, shown) => {
  const app = await publishSampled(design)
  expect(await ask(app, designs)).toEqual({ data: { waves: { nodes: [{ design: shown }] } } })
})

test('the designs of several waves are read together', async () => {
  await publishSampled({ strata: 'stratum', clusters: 'cluster' })
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  const again = { strata: { connect: { code: 'cluster' } }, clusters: { connect: { code: 'stratum' } } }
  await database.prisma.wave.create({
    data: { code: 'later', titleNl: 'x', titleEn: 'x', theme: 'x', ...again },
  })
  const { statements, result } = await countStatements(database, () => ask(staff, designs))
  expect(result).toMatchObject({
    data: {
      waves: {
        nodes: [{ design: { strata: { code: 'stratum' } } }, { design: { strata: { code: 'cluster' } } }],
      },
    },
  })
  expect(statements.filter((sql) => sql.includes('FROM "public"."Variable"'))).toHaveLength(2)
})

interface Means {
  readonly means: { readonly groups: readonly { base: number; mean: number; standardError: number }[] }
}

/**
 * Published in the tests of R's survey package (tests/fpc.R): the mean of x is 5.4481,
 * its standard error 0.7413 by strata and 0.616 with the population known.
 */
test.each<[string, CodebookDesign, number]>([
  ['strata and clusters', { strata: 'stratum', clusters: 'cluster' }, 0.7413],
  ['strata, clusters and a population', { strata: 'stratum', clusters: 'cluster', population }, 0.616],
])('weighted means follow %s', async (_, design, standardError) => {
  const app = await publishSampled(design)
  const { data } = await ask<Means>(
    app,
    '{ means(waves: ["fpc"], of: "x", weighted: true) { groups { base mean standardError } } }',
  )
  const [group] = data.means.groups
  expect(group?.base).toBe(40)
  expect(group?.mean).toBeCloseTo(5.4481, 4)
  expect(group?.standardError).toBeCloseTo(standardError, 4)
})

test('unweighted means follow no design', async () => {
  const query = '{ means(waves: ["fpc"], of: "x") { groups { base mean standardError } } }'
  const plain = await ask(await publishSampled(), query)
  await emptyTables(database)
  expect(await ask(await publishSampled({ strata: 'stratum', population: { 1: 30, 2: 24 } }), query)).toEqual(
    plain,
  )
})
