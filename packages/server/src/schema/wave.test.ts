import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { countStatements } from '../testing/count-statements.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App
let staff: App
let database: Database

beforeAll(async () => {
  database = await testDatabase('examples')
  app = createApp(database)
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

test('lists all waves to staff with their state, in nl and en', async () => {
  const { data } = await ask<{ waves: { nodes: object[] } }>(
    staff,
    '{ waves { nodes { code status nl: title en: title(language: EN) fieldworkFrom release { respondents } } } }',
  )
  expect(data.waves.nodes).toMatchObject([
    { code: 'peo-2020', status: 'CLOSED', release: null },
    { code: 'peo-2021', status: 'PUBLISHED', release: { respondents: 180 } },
    {
      code: 'peo-2022',
      status: 'PUBLISHED',
      nl: 'Quickscan professionele ruimte en werkdruk',
      en: 'Quickscan: professional space and work pressure',
      fieldworkFrom: '2022-04-01',
      release: { respondents: 150 },
    },
    { code: 'peo-2023', status: 'DRAFT', fieldworkFrom: null },
  ])
})

test('waves stand by their days, page by page as at once, in both directions', async () => {
  const waves = [
    { code: 'late-1', fieldworkFrom: new Date('2029-03-01') },
    { code: 'early-9', fieldworkFrom: new Date('2010-03-01') },
    { code: 'planned-a', fieldworkFrom: null },
    { code: 'planned-z', fieldworkFrom: null },
  ]
  const data = waves.map((wave) => ({ ...wave, titleNl: 'x', titleEn: 'x', theme: 'x' }))
  await database.prisma.wave.createMany({ data })
  onTestFinished(async () => {
    await database.prisma.wave.deleteMany({ where: { code: { in: waves.map(({ code }) => code) } } })
  })
  interface Page {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly code: string } }[]
  }
  const page = async (given: string) =>
    (await ask<{ waves: Page }>(staff, `{ waves(${given}) { edges { cursor node { code } } } }`)).data.waves
      .edges
  const order = 'early-9 peo-2020 peo-2021 peo-2022 late-1 peo-2023 planned-a planned-z'.split(' ')
  const walk = async (size: string, place: string) => {
    const found: string[] = []
    let at = ''
    for (;;) {
      const [edge] = await page(`${size}: 1${at}`)
      if (edge === undefined || found.length > order.length) return found
      found.push(edge.node.code)
      at = `, ${place}: "${edge.cursor}"`
    }
  }
  expect((await page('first: 50')).map(({ node }) => node.code)).toEqual(order)
  expect(await walk('first', 'after')).toEqual(order)
  expect(await walk('last', 'before')).toEqual(order.toReversed())
})

test('tells routing, breakdowns and publications of a wave', async () => {
  const { data } = await ask<{ wave: Record<string, unknown> }>(
    app,
    `{ wave(code: "peo-2021") {
      breakdowns { variables { code } }
      publications { year isbn authors }
      questions(first: 2) { nodes { position variable { code } askedIf { variable } } pageInfo { hasNextPage } }
    } }`,
  )
  expect(data.wave).toEqual({
    breakdowns: ['sector', 'ervaring', 'werkgebied'].map((code) => ({
      variables: [{ code }],
    })),
    publications: [{ year: 2022, isbn: '9789083224398', authors: ['Rosita Paulo', 'Rob Gilsing'] }],
    questions: {
      nodes: [
        { position: 1, variable: { code: 'sector' }, askedIf: null },
        { position: 2, variable: { code: 'ervaring' }, askedIf: null },
      ],
      pageInfo: { hasNextPage: true },
    },
  })
})

test('tells categories, nets and routing of a variable', async () => {
  const { data } = await ask<Record<string, unknown>>(
    app,
    `{ variable(code: "kans_werkzaam") {
        measurement core background nets { code label(language: EN) categories } categories { code }
      }
      taken: variable(code: "taken_werkdruk") { questions { nodes { askedIf { variable categories } wave { code } } } }
      none: variable(code: "none") { code } }`,
  )
  expect(data).toMatchObject({
    variable: {
      measurement: 'ORDINAL',
      core: true,
      background: false,
      nets: [
        { code: 'groot', label: '(fairly) high', categories: ['1', '2'] },
        { code: 'neutraal', categories: ['3', '9'] },
        { code: 'klein', categories: ['4', '5'] },
      ],
      categories: [{ code: '1' }, { code: '2' }, { code: '3' }, { code: '4' }, { code: '5' }, { code: '9' }],
    },
    taken: {
      questions: {
        nodes: [{ askedIf: { variable: 'werkdruk', categories: ['1', '2'] }, wave: { code: 'peo-2022' } }],
      },
    },
    none: null,
  })
})

test('pages through variables by Relay cursors, and fetches a node by its id', async () => {
  type Page = {
    variables: {
      edges: { cursor: string; node: { id: string; code: string } }[]
      pageInfo: { endCursor: string }
    }
  }
  const page = (after: string | null) =>
    ask<Page>(
      app,
      'query ($after: String) { variables(first: 5, after: $after) { edges { cursor node { id code } } pageInfo { endCursor } } }',
      { after },
    )
  const first = await page(null)
  const second = await page(first.data.variables.pageInfo.endCursor)
  const codes = [first, second].flatMap(({ data }) => data.variables.edges.map(({ node }) => node.code))
  expect(codes.slice(0, 6)).toEqual([
    'sector',
    'ervaring',
    'organisatie',
    'werkgebied',
    'ruimte_algemeen',
    'ruimte_relatie',
  ])
  expect(new Set(codes).size).toBe(10)
  const { id } = first.data.variables.edges[0]!.node
  const { data } = await ask(app, 'query ($id: ID!) { node(id: $id) { id ... on Variable { code } } }', {
    id,
  })
  expect(data).toEqual({ node: { id, code: 'sector' } })
})

test('nobody signs in yet', async () => {
  expect((await ask(app, '{ viewer { role } }')).data).toEqual({ viewer: { role: 'EVERYONE' } })
})

test('a query over waves, questions and variables takes a fixed number of statements', async () => {
  const document = (waves: number, questions: number) =>
    `{ waves(first: ${waves}) { nodes { code breakdowns { variables { code } } publications { year } release { digest }
       design { population { size } }
       questions(first: ${questions}) { nodes { wording askedIf { variable categories }
         variable { code label categories { code label } nets { code categories } } } } } } }`
  // Which releases are current is asked once a second: the clock stands still, and they are known.
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  await ask(app, document(1, 1))
  const few = await countStatements(database, () => ask(app, document(2, 3)))
  const many = await countStatements(database, () => ask(app, document(100, 100)))
  expect(many.statements).toHaveLength(13)
  // The first three questions are put to everyone: no variable of a routing is read.
  expect(few.statements).toHaveLength(12)
  expect(many.result.errors).toBeUndefined()
})

test('several tables in one query cost one statement together, once their releases are read', async () => {
  const query = `{ a: crosstab(waves: ["peo-2022"], rows: "sector") { counts }
    b: crosstab(waves: ["peo-2021"], rows: "sector") { counts } }`
  await ask(app, query)
  const { statements } = await countStatements(database, () => ask(app, query))
  expect(statements.filter((sql) => /"data"/.test(sql))).toEqual([])
  expect(statements.length).toBeLessThanOrEqual(2)
})
