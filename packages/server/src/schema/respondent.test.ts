import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Answer {
  readonly variable: { readonly code: string; readonly label: string }
  readonly status: string
  readonly categories: readonly string[]
  readonly value: number | null
}

interface Page {
  readonly wave: {
    readonly respondents: {
      readonly nodes: readonly {
        readonly id: string
        readonly weight: number
        readonly answers: readonly Answer[]
      }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
}

const rows = `query ($wave: String!, $after: String, $first: Int) { wave(code: $wave) {
  respondents(first: $first, after: $after) {
    nodes { id weight answers { variable { code label(language: EN) } status categories value } }
    pageInfo { hasNextPage endCursor }
  } } }`

let database: Database
let researcher: App
let everyone: App

beforeAll(async () => {
  database = await testDatabase('examples')
  researcher = createApp(database, { viewer: { role: 'RESEARCHER' } })
  everyone = createApp(database)
})

const page = (variables: { readonly wave: string; readonly after?: string; readonly first?: number }) =>
  ask<Page>(researcher, rows, variables)

/** All rows of a wave, a page at a time. */
async function allRows(wave: string, after?: string): Promise<Page['wave']['respondents']['nodes']> {
  const { data, errors } = await page({ wave, ...(after === undefined ? {} : { after }) })
  expect(errors).toBeUndefined()
  const { nodes, pageInfo } = data.wave.respondents
  expect(nodes.length).toBeLessThanOrEqual(100)
  return pageInfo.hasNextPage ? [...nodes, ...(await allRows(wave, pageInfo.endCursor))] : nodes
}

test('a researcher reads all rows, each once, in k-anonymous classes, as the report says', async () => {
  const found = await allRows('peo-2022')
  expect(found).toHaveLength(150)
  expect(new Set(found.map(({ id }) => id)).size).toBe(150)
  const { data, errors } = await ask<{ wave: { anonymisation: { smallestClass: number; classes: number } } }>(
    researcher,
    `{ wave(code: "peo-2022") { anonymisation {
      respondents minimumClassSize classes smallestClass loss lossByDiversity
      background { variable { code label } detail level { code label(language: EN) } withheld }
      withheldAnswers { variable { code } rows } weights { different loss } leftOut { variable { code } reason } } } }`,
  )
  expect(errors).toBeUndefined()
  const report = data.wave.anonymisation
  expect(report).toMatchObject({
    respondents: 150,
    minimumClassSize: 5,
    leftOut: expect.arrayContaining([{ variable: { code: 'wat_helpt' }, reason: 'NOT_REVIEWED' }]),
  })
  const background = ['sector', 'ervaring', 'organisatie', 'werkgebied']
  const classes = new Map<string, number>()
  for (const { answers, weight } of found) {
    const said = answers.filter(({ variable }) => background.includes(variable.code))
    const key = JSON.stringify([said, weight])
    classes.set(key, (classes.get(key) ?? 0) + 1)
  }
  expect(classes.size).toBe(report.classes)
  expect(Math.min(...classes.values())).toBe(report.smallestClass)
  expect(report.smallestClass).toBeGreaterThanOrEqual(5)
  expect(found.reduce((sum, { weight }) => sum + weight, 0) / 150).toBeCloseTo(1, 5)
})

test('what is shown of an answer adds up to the table, with what is withheld', async () => {
  const found = await allRows('peo-2022')
  const { data } = await ask<{ crosstab: { counts: number[]; base: number } }>(
    researcher,
    '{ crosstab(waves: ["peo-2022"], rows: "ruimte_reflectie") { counts base } }',
  )
  const given = found.flatMap(({ answers }) =>
    answers.filter(({ variable }) => variable.code === 'ruimte_reflectie'),
  )
  expect(given[0]?.variable.label).toMatch(/reflect/i)
  const withheld = given.filter(({ status }) => status === 'WITHHELD').length
  const codes = ['1', '2', '3', '4']
  const shown = codes.map((code) => given.filter(({ categories }) => categories[0] === code).length)
  shown.forEach((count, place) => {
    expect(count).toBeLessThanOrEqual(data.crosstab.counts[place]!)
  })
  expect(shown.reduce((a, b) => a + b, 0) + withheld).toBe(data.crosstab.base)
})

test('pages follow each other, forwards and from where one was left', async () => {
  const { data } = await ask<Page>(researcher, rows, { wave: 'peo-2021', first: 2 })
  const [first, second] = data.wave.respondents.nodes
  expect(data.wave.respondents.pageInfo.hasNextPage).toBe(true)
  const next = await page({ wave: 'peo-2021', first: 1, after: data.wave.respondents.pageInfo.endCursor })
  const third = next.data.wave.respondents.nodes[0]
  expect((await allRows('peo-2021')).slice(0, 3)).toEqual([first, second, third])
})

test.each<[string, object]>([
  ['respondents { nodes { id } }', { wave: null }],
  ['anonymisation { classes }', { wave: { anonymisation: null } }],
])('everyone is told to sign in for %s, and partners that they may not', async (field, nothing) => {
  const partner = createApp(database, { viewer: { role: 'PARTNER' } })
  const refused = await ask(partner, `{ wave(code: "peo-2022") { ${field} } }`)
  expect(refused.data).toEqual(nothing)
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', role: 'PARTNER' } }])
  const { data, errors } = await ask(everyone, `{ wave(code: "peo-2022") { ${field} } }`)
  expect(data).toEqual(nothing)
  expect(errors?.map(({ message, extensions }) => ({ message, code: extensions.code }))).toEqual([
    {
      message: `Wave.${field.split(' ')[0]} is for researchers and staff, and you have not signed in. Sign in as one of them, and ask again; published tables are open to everyone.`,
      code: 'UNAUTHENTICATED',
    },
  ])
})

test.each([
  'garbage',
  'OffsetConnection:abc',
  'OffsetConnection:-5',
  'OffsetConnection:999999999999',
])('a cursor that no page gave is refused: %s', async (cursor) => {
  const after = Buffer.from(cursor).toString('base64')
  const { errors } = await page({ wave: 'peo-2022', after })
  expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT')
  expect(errors?.[0]?.message).toContain(`"${after}" is no cursor of this list`)
})

test('a wave that is not published has none', async () => {
  const { data, errors } = await ask(
    createApp(database, { viewer: { role: 'STAFF' } }),
    '{ wave(code: "peo-2023") { respondents { nodes { id } } anonymisation { classes } } }',
  )
  expect(errors).toBeUndefined()
  expect(data).toEqual({ wave: { respondents: { nodes: [] }, anonymisation: null } })
})

test('a wave says its coarser levels, and which questions are sensitive', async () => {
  const level = 'hierarchy { code label(language: EN) categories { code categories } }'
  const { data, errors } = await ask(
    everyone,
    `{ variable(code: "ervaring") { sensitive ${level} } sensitive: variable(code: "werkplezier") { sensitive hierarchy { code } }
       wave(code: "peo-2022") { questions(first: 2) { nodes { variable { code } ${level} } } } }`,
  )
  expect(errors).toBeUndefined()
  const hierarchy = [
    {
      code: 'ervaring_6',
      label: 'Up to or over 6 years',
      categories: [
        { code: 'tot_6', categories: ['1', '2'] },
        { code: 'boven_6', categories: ['3', '4'] },
      ],
    },
  ]
  expect(data).toEqual({
    variable: { sensitive: false, hierarchy },
    sensitive: { sensitive: true, hierarchy: [] },
    wave: {
      questions: {
        nodes: [
          { variable: { code: 'sector' }, hierarchy: [] },
          { variable: { code: 'ervaring' }, hierarchy },
        ],
      },
    },
  })
})
