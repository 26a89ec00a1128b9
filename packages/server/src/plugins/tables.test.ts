import readExcelFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

const get = (path: string, init: RequestInit = {}) => app.fetch(`http://localhost${path}`, init)
const crosstab = 'waves=peo-2022&rows=werkdruk&columns=sector'

test('CSV, JSON and JSON-stat are those of GraphQL', async () => {
  const { data } = await ask<{ crosstab: { csv: string; jsonStat: object } }>(
    app,
    '{ crosstab(waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]) { csv(language: EN) jsonStat } }',
  )
  const csv = await get(`/tables/crosstab.csv?${crosstab}&language=EN`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(await csv.text()).toBe(data.crosstab.csv)
  const jsonStat = await get(`/tables/crosstab.jsonstat?${crosstab}`)
  expect(await jsonStat.json()).toEqual(data.crosstab.jsonStat)
  const json = await get(`/tables/crosstab.json?${crosstab}`)
  const rows = (await json.json()) as object[]
  expect(rows).toHaveLength(12)
  expect(rows[0]).toMatchObject({
    werkdruk: '1',
    werkdruk_label: 'in sterke mate',
    sector: '1',
    count: 18,
    base: 49,
  })
})

test('means come by groups, and lists may be repeated or have commas between', async () => {
  const one = await get('/tables/means.json?waves=peo-2021,peo-2022&of=werkplezier&by=sector')
  const two = await get('/tables/means.json?waves=peo-2021&waves=peo-2022&of=werkplezier&by=sector')
  const rows = (await one.json()) as object[]
  expect(rows).toHaveLength(8)
  expect(rows[1]).toMatchObject({ sector: '1', wave: 'peo-2022', base: 49, mean: 351 / 49 })
  expect(await two.json()).toEqual(rows)
})

test('withheld is an empty field in CSV and null in JSON, never 0', async () => {
  const csv = await (await get('/tables/crosstab.csv?waves=peo-2022&rows=werkdruk&columns=uren')).text()
  const withheld = csv.split('\r\n').filter((line) => line.includes('WITHHELD'))
  expect(withheld).toHaveLength(6)
  for (const line of withheld) expect(line).toMatch(/,WITHHELD,,,,,,,,,,,,,,,,150,1,$/)
})

test('a workbook has the figures of the other formats, and says how it was asked', async () => {
  const address =
    '/tables/crosstab.xlsx?waves=peo-2022&rows=uren&filter=ruimte_relatie:net:voldoende&language=EN'
  const response = await get(address)
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  const sheets = await readExcelFile(Buffer.from(await response.arrayBuffer()))
  const csv = await (await get(address.replace('xlsx', 'csv'))).text()
  const shown = csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',').slice(2, 5))
  const figures = sheets.find(({ sheet }) => sheet === 'All figures')?.data ?? []
  expect(figures.slice(1).map((line) => line.slice(2, 5).map(String))).toEqual(
    shown.map(([status, ...values]) =>
      status === 'VALUE' ? ['shown', ...values] : ['withheld', 'withheld', 'withheld'],
    ),
  )
  expect(shown.map(([status]) => status)).toEqual(['VALUE', 'WITHHELD', 'WITHHELD'])
  const notes = new Map(sheets.at(-1)?.data.map(([name, value]) => [name, value]))
  expect(notes.get('address')).toBe(`http://localhost:4000${address}`)
  expect(notes.get('only')).toMatch(/\(net:voldoende\)$/)
  expect(response.headers.get('etag')).toBe(`"${notes.get('release')}"`)
  expect((await get(address, { headers: { 'if-none-match': `"${notes.get('release')}"` } })).status).toBe(304)
})

test('the ETag is the release digest, and an unchanged table costs no body', async () => {
  const first = await get(`/tables/crosstab.csv?${crosstab}`)
  const etag = first.headers.get('etag') ?? ''
  const { data } = await ask<{ wave: { release: { digest: string } } }>(
    app,
    '{ wave(code: "peo-2022") { release { digest } } }',
  )
  expect(etag).toBe(`"${data.wave.release.digest}"`)
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  const again = await get(`/tables/crosstab.csv?${crosstab}`, {
    headers: { 'if-none-match': `"x", ${etag}` },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const named = await get(`/tables/crosstab.csv?${crosstab}&release=${data.wave.release.digest}`)
  expect(named.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const other = await get(`/tables/crosstab.csv?${crosstab}&release=abc`)
  expect(other.status).toBe(400)
})

test.each([
  ['waves=peo-1999&rows=sector', 404, 'UNKNOWN_WAVE'],
  ['waves=peo-2022&rows=sectro', 404, 'UNKNOWN_VARIABLE'],
  ['waves=peo-2022&rows=werkdruk&columns=sector,ervaring', 404, 'BREAKDOWN_NOT_RELEASED'],
  ['waves=peo-2022&rows=werkdruk&filter=sector:1,2', 404, 'BREAKDOWN_NOT_RELEASED'],
  ['rows=sector', 400, 'INVALID_INPUT'],
  ['waves=peo-2022', 400, 'INVALID_INPUT'],
  ['waves=peo-2022&rows=sector&colums=ervaring', 400, 'INVALID_INPUT'],
  ['waves=peo-2022&rows=sector&rows=ervaring', 400, 'INVALID_INPUT'],
  ['waves=peo-2022&rows=sector&weighted=yes', 400, 'INVALID_INPUT'],
  ['waves=peo-2022&rows=sector&language=DE', 400, 'INVALID_INPUT'],
  ['waves=peo-2022&rows=sector&confidenceLevel=high', 400, 'INVALID_INPUT'],
  ['waves=peo-2022&rows=werkdruk&filter=sector', 400, 'INVALID_INPUT'],
])('?%s is %i %s', async (query, status, code) => {
  const response = await get(`/tables/crosstab.csv?${query}`)
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
  expect([response.status, errors[0]?.extensions.code]).toEqual([status, code])
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a table of a variable that only another wave asked is not kept: its labels come from there', async () => {
  const response = await get('/tables/crosstab.csv?waves=peo-2021&rows=werkdruk')
  expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, 'no-store'])
})

test('a filter and a net of a group work as in GraphQL', async () => {
  const group = await get(
    '/tables/crosstab.json?waves=peo-2022&rows=uren&filter=ruimte_relatie:net:voldoende',
  )
  const rows = (await group.json()) as { base: number | null }[]
  expect(rows.map(({ base }) => base)).toEqual([80, null, null])
})

test('reading is open to other origins; HEAD has no body; writing is refused', async () => {
  const response = await get(`/tables/crosstab.csv?${crosstab}`, {
    headers: { origin: 'https://dashboard.example' },
  })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  const head = await get(`/tables/crosstab.csv?${crosstab}`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await get(`/tables/crosstab.csv?${crosstab}`, { method: 'POST' })).status).toBe(405)
  expect((await get('/tables/crosstab.xml')).status).toBe(404)
})

test('a table is made once, per format and language: what is known costs no points', async () => {
  const database = await testDatabase('examples')
  // Four sectors: 5 points a table.
  const service = createApp(database, { pointsPerMinute: 24 })
  const read = async (query: string) =>
    (await service.fetch(`http://localhost/tables/crosstab.${query}`)).text()
  const table = 'waves=peo-2022&rows=sector'
  const queries = [
    `csv?${table}`,
    `csv?${table}&language=EN`,
    `json?${table}`,
    `jsonstat?${table}`,
    `xlsx?${table}`,
  ]
  const first = []
  for (const query of queries) first.push(await read(query))
  expect(new Set(first).size).toBe(5)
  for (const [index, query] of queries.entries()) expect(await read(query)).toBe(first[index])
  expect(await read(`csv?${table}&confidenceLevel=0.8`)).toContain('RATE_LIMITED')
})
