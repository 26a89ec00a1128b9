import { beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

/** Two databases: in one the wave peo-2022 is for partners, in the other there never was such a wave. */
let hiding: Database
let lacking: Database
/** Ids, for `node`, of the hidden wave, a question of it and a variable that no other wave asked. */
let ids: string[]

beforeAll(async () => {
  hiding = await testDatabase('examples')
  lacking = await testDatabase('examples')
  const { id: waveId } = await hiding.prisma.wave.update({
    where: { code: 'peo-2022' },
    data: { audience: 'PARTNERS' },
  })
  await lacking.prisma.release.deleteMany({ where: { wave: { code: 'peo-2022' } } })
  await lacking.prisma.wave.delete({ where: { code: 'peo-2022' } })
  const { id, variableId } = await hiding.prisma.question.findFirstOrThrow({
    where: { waveId, variable: { code: 'werkdruk' } },
  })
  const names = [`Wave:${waveId}`, `Question:${id}`, `Variable:${variableId}`]
  ids = names.map((name) => Buffer.from(name).toString('base64'))
})

const as = (database: Database, role: Viewer['role']) => createApp(database, { viewer: { role } })

const table = 'werkdruk'
const graphql = [
  '{ waves { nodes { code status audience } pageInfo { endCursor hasNextPage } } }',
  '{ wave(code: "peo-2022") { code } }',
  '{ variables { nodes { code label } } }',
  `{ variable(code: "${table}") { label } }`,
  '{ variable(code: "sector") { questions { nodes { wave { code } } } } }',
  '{ crosstab(waves: ["peo-2022"], rows: "sector") { base } }',
  '{ crosstab(waves: ["peo-2021", "peo-2022"], rows: "sector") { base } }',
  `{ crosstab(waves: ["peo-2021"], rows: "${table}") { csv comparabilityNotes { wave } } }`,
  '{ crosstab(waves: ["peo-2021"], rows: "werkdrk") { base } }',
  '{ means(waves: ["peo-2021"], of: "sector") { groups { base } } }',
  '{ means(waves: ["peo-2022"], of: "werkplezier") { groups { base } } }',
]
const routes = ['crosstab.csv', 'crosstab.json', 'crosstab.jsonstat'].flatMap((route) => [
  `/tables/${route}?waves=peo-2022&rows=sector`,
  `/tables/${route}?waves=peo-2021,peo-2022&rows=sector`,
  `/tables/${route}?waves=peo-2021&rows=${table}`,
])

async function told(app: App, path: string, headers: Record<string, string> = {}) {
  const response = await app.fetch(`http://localhost${path}`, { headers })
  // Random; that there is one tells of an error alone.
  if (response.headers.has('x-request-id')) response.headers.set('x-request-id', 'an id')
  return [response.status, Object.fromEntries(response.headers), await response.text()]
}

const paths = [
  ...graphql.map((query) => `/graphql?query=${encodeURIComponent(query)}`),
  ...routes,
  '/tables/means.csv?waves=peo-2022&of=werkplezier',
  '/waves/peo-2022/respondents.csv',
]

test.each(paths)('to everyone, a wave for partners is no wave: %s', async (path) => {
  expect(await told(as(hiding, 'EVERYONE'), path)).toEqual(await told(as(lacking, 'EVERYONE'), path))
})

test('nor does an entity tag tell that there is one', async () => {
  const path = '/tables/crosstab.csv?waves=peo-2022&rows=sector'
  const [, headers] = await told(as(hiding, 'PARTNER'), path)
  const { etag } = headers as Record<string, string>
  expect(etag).toMatch(/^"\w+"$/)
  for (const tag of [etag!, '*']) {
    const asked = { 'if-none-match': tag }
    expect(await told(as(hiding, 'EVERYONE'), path, asked)).toEqual(
      await told(as(lacking, 'EVERYONE'), path, asked),
    )
  }
})

test('nor does an id', async () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
  expect(await ask(as(hiding, 'EVERYONE'), query, { ids })).toEqual({ data: { nodes: [null, null, null] } })
  expect(await ask(as(hiding, 'PARTNER'), query, { ids })).toEqual({
    data: { nodes: ids.map((id) => ({ id })) },
  })
})

describe.each(['PROFESSIONAL', 'PARTNER', 'RESEARCHER', 'STAFF'] as const)('%s', (role) => {
  test('reads it, and no cache on the way keeps it', async () => {
    const app = as(hiding, role)
    for (const path of ['/tables/crosstab.csv?waves=peo-2022&rows=sector', paths[5]!]) {
      const [status, headers] = await told(app, path)
      expect([status, headers]).toMatchObject([200, { 'cache-control': 'private, no-cache' }])
    }
    const { data } = await ask(app, graphql[0]!)
    const unpublished = role === 'STAFF'
    expect(JSON.stringify(data)).toContain('"peo-2022","status":"PUBLISHED","audience":"PARTNERS"')
    expect([/peo-2020/, /peo-2023/].map((wave) => wave.test(JSON.stringify(data)))).toEqual([
      unpublished,
      unpublished,
    ])
  })
})
