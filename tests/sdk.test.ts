import { PeoClient, PeoError, type TypedDocument } from '@peo/sdk'
import { expect, expectTypeOf, test } from 'vitest'
import { startedService } from './started-service.ts'

const peo = new PeoClient({ url: `${await startedService()}/graphql` })

test('crosstab gives typed cells with labels', async () => {
  const table = await peo.crosstab({
    waves: ['peo-2022'],
    rows: 'ruimte_relatie',
    columns: ['sector'],
    language: 'EN',
  })
  expect(table.dimensions[1]?.categories[0]).toEqual({
    code: '1',
    label: 'certified institution (GI)',
    isNet: false,
  })
  expect(table.cells).toHaveLength(24)
  expect(table.cells[0]).toMatchObject({ base: 49, effectiveBase: 49 })
  expect(table.statistics?.test).toMatchObject({ method: 'PEARSON', degreesOfFreedom: 9 })
  expectTypeOf(table.data.cells[0]!.columnPercent).toEqualTypeOf<number | null>()
  expectTypeOf(table.cells[0]!.status).toEqualTypeOf<'VALUE' | 'WITHHELD' | 'NOT_ASKED'>()
})

test('means gives typed groups, weighted too', async () => {
  const table = await peo.means({ waves: ['peo-2022'], of: 'werkplezier', by: ['sector'], weighted: true })
  expect(table.data.groups.map(({ base }) => base)).toEqual([49, 47, 45, 9])
  expect(table.data.groups.map(({ lowerQuartile }) => lowerQuartile)).toEqual([6, 6, 7, null])
  expectTypeOf(table.data.groups[0]!.mean).toEqualTypeOf<number | null>()
  expectTypeOf(table.data.groups[0]!.upperQuartile).toEqualTypeOf<number | null>()
  expect(table.comparabilityNotes.flatMap(({ changes }) => changes)).toEqual([])
})

test('followUp has what followed from a wave', async () => {
  const { findings, recommendations, meetings, publications } = (await peo.followUp({ wave: 'peo-2022' }))!
  expect(findings.find(({ kind }) => kind === 'TASK')?.text).toBe('Zoeken naar zorg zonder wachtlijst.')
  expect(recommendations.map(({ addressees }) => addressees.join())).toContain('MUNICIPALITIES,PROVIDERS,GIS')
  expect(meetings).toContainEqual({ kind: 'WEBINAR', heldOn: null, attending: 14 })
  expect(publications.map(({ year }) => year)).toEqual([2022])
  expect(await peo.followUp({ wave: 'peo-2023', language: 'EN' })).toBeNull()
})

test('waves lists the waves', async () => {
  const waves = await peo.waves({ language: 'EN' })
  expect(waves.map(({ code, status }) => `${code} ${status}`)).toEqual([
    'peo-2021 PUBLISHED',
    'peo-2022 PUBLISHED',
  ])
  expect(waves[1]?.breakdowns[0]?.variables[0]).toEqual({ code: 'sector', label: 'Type of organisation' })
})

test('query sends an own document, typed where the document is', async () => {
  const text = 'query ($code: String!) { variable(code: $code) { measurement } }'
  const document = text as TypedDocument<{ variable: { measurement: string } | null }, { code: string }>
  const result = await peo.query(document, { code: 'sector' })
  expect(result.variable?.measurement).toBe('NOMINAL')
  expectTypeOf(result).toEqualTypeOf<{ variable: { measurement: string } | null }>()
  expect(await peo.query('{ viewer { role } }')).toEqual({ viewer: { role: 'EVERYONE' } })
})

test('errors carry the code of the contract and its details', async () => {
  const failure = await peo.crosstab({ waves: ['peo-2022'], rows: 'ruimte_realtie' }).catch((error) => error)
  expect(failure).toBeInstanceOf(PeoError)
  expect(failure).toMatchObject({
    code: 'UNKNOWN_VARIABLE',
    details: { variable: 'ruimte_realtie', suggestions: ['ruimte_relatie', 'ruimte_reflectie'] },
  })
  await expect(peo.query('{ nothing }')).rejects.toHaveProperty('code', 'GRAPHQL_VALIDATION_FAILED')
})

test('a confidence level that is no number is refused, not taken for the default', async () => {
  for (const confidenceLevel of [Number.NaN, Infinity])
    await expect(
      peo.crosstab({ waves: ['peo-2022'], rows: 'sector', confidenceLevel }),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('confidenceLevel'),
    })
})

test('no message has a part of what was asked, however long that is', async () => {
  const long = `geheim-${'abcdefghij'.repeat(15)}`
  const errors = await Promise.all(
    [
      peo.query('query ($a: String) { waves(after: $a) { nodes { code } } }', { a: long }),
      peo.crosstab({ waves: ['peo-2022'], rows: `${long}\0` }),
      peo.query('query ($a: ID!) { node(id: $a) { id } }', { a: btoa(`${long}\0`) }),
      peo.query('query ($a: ID!) { node(id: $a) { id } }', { a: btoa('Geheim:123') }),
    ].map((asked) => asked.catch((error) => error)),
  )
  for (const error of errors) {
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.not.stringMatching(/geheim|abc|Z2VoZWlt/i),
    })
  }
})

test('a service that is not there, or is not one, is a network error that names the address', async () => {
  const url = 'http://127.0.0.1:9/graphql'
  const gone = await new PeoClient({ url }).waves().catch((error) => error)
  expect(gone).toMatchObject({ code: 'NETWORK', message: expect.stringContaining(url) })
  const html = new PeoClient({ url, fetch: async () => new Response('<html>', { status: 502 }) })
  expect(await html.waves().catch((error) => error)).toMatchObject({
    code: 'NETWORK',
    message: expect.stringContaining('502'),
  })
})

test('a call ends when its signal says so', async () => {
  const abort = AbortSignal.abort()
  await expect(peo.waves({}, { signal: abort })).rejects.toHaveProperty('name', 'AbortError')
})
