import { type CellValue, type Figure, PeoClient, type WithheldFigure } from '@peo/sdk'
import { expect, expectTypeOf, test } from 'vitest'
import { startedService } from './started-service.ts'

const url = await startedService()
const peo = new PeoClient({ url })
const bySector = { waves: ['peo-2022'], rows: 'ruimte_relatie', columns: ['sector'] } as const
const byHours = { waves: ['peo-2022'], rows: 'werkdruk', columns: ['uren'] } as const
const twoWaves = { waves: ['peo-2021', 'peo-2022'], rows: 'ruimte_relatie', columns: ['sector'] } as const

/** What the service itself gives for a table. */
async function served(kind: string, asked: object, format: string): Promise<string> {
  const params = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  return (await fetch(`${url}/tables/${kind}.${format}?${params}`)).text()
}

test.each([
  bySector,
  byHours,
  { ...twoWaves, language: 'EN' as const },
  { ...bySector, columns: [], weighted: true, language: 'EN' as const },
  { waves: ['peo-2022'], rows: 'oorzaken_werkdruk', confidenceLevel: 0.9 },
])('CSV and JSON-stat of a cross-tab are those of the service: %j', async (asked) => {
  const table = await peo.crosstab(asked)
  expect(table.toCSV()).toBe(await served('crosstab', asked, 'csv'))
  expect(JSON.stringify(table.toJSONStat())).toBe(await served('crosstab', asked, 'jsonstat'))
})

test.each([
  { waves: ['peo-2022'], of: 'werkplezier' },
  { waves: ['peo-2022'], of: 'werkplezier', by: ['uren'], weighted: true },
  { waves: ['peo-2021', 'peo-2022'], of: 'werkplezier', by: ['sector'], language: 'EN' as const },
])('CSV and JSON-stat of means are those of the service: %j', async (asked) => {
  const table = await peo.means(asked)
  expect(table.toCSV()).toBe(await served('means', asked, 'csv'))
  expect(JSON.stringify(table.toJSONStat())).toBe(await served('means', asked, 'jsonstat'))
})

test('a cell is found by its codes, and only by codes of the table', async () => {
  const table = await peo.crosstab(bySector)
  const cell = table.cell({ ruimte_relatie: 'net:onvoldoende', sector: '1' })
  expect(cell).toMatchObject({ status: 'VALUE', count: 30, base: 49 })
  for (const [index, each] of table.cells.entries()) {
    const [ruimte_relatie = '', sector = ''] = each.categories
    expect(table.cell({ ruimte_relatie, sector })).toBe(table.cells[index])
  }
  expect(() => table.cell({ ruimte_relatie: '9', sector: '1' })).toThrow(
    'ruimte_relatie is 9 here; give one of 1',
  )
  // @ts-expect-error sector is missing
  expect(() => table.cell({ ruimte_relatie: '1' })).toThrow('sector is undefined here')
  // @ts-expect-error ervaring is no dimension of the table
  expect(() => table.cell({ ruimte_relatie: '1', sector: '1', ervaring: '1' })).toThrow(
    'no dimension ervaring',
  )
  const trend = await peo.trend(twoWaves)
  expect(trend.cell({ ruimte_relatie: '1', sector: '1', wave: 'peo-2022' })).toMatchObject({
    status: 'VALUE',
  })
  // @ts-expect-error wave is missing
  expect(() => trend.cell({ ruimte_relatie: '1', sector: '1' })).toThrow('wave is undefined here')
})

test('a withheld figure has its own type: who forgets it does not compile', async () => {
  const table = await peo.crosstab(byHours)
  const withheld = table.cells.find(({ status }) => status === 'WITHHELD')!
  expect(withheld).toMatchObject({ count: null, columnPercent: null })
  expectTypeOf(withheld).toEqualTypeOf<Figure<CellValue>>()
  // @ts-expect-error it may be withheld
  void withheld.count
  // @ts-expect-error it may be withheld
  void `${withheld.columnPercent}%`
  if (withheld.status === 'WITHHELD') expectTypeOf(withheld).toEqualTypeOf<WithheldFigure>()
  if (withheld.status === 'VALUE') expectTypeOf(withheld.count).toEqualTypeOf<number>()
  expect(table.withheld).toBeGreaterThan(0)
  expect(table.toMarkdown()).toContain('| onderdrukt |')
})

test('rows are objects with codes and labels', async () => {
  const [row] = (await peo.crosstab({ ...bySector, language: 'EN' })).rows()
  expect(row).toMatchObject({
    codes: { ruimte_relatie: '1', sector: '1' },
    labels: { ruimte_relatie: 'more than sufficient', sector: 'certified institution (GI)' },
    status: 'VALUE',
    count: 4,
  })
})

test('a pivot lays the table out either way, every cell in its place', async () => {
  const table = await peo.trend(twoWaves)
  const sides = [
    {},
    { rows: ['sector'] },
    { columns: ['ruimte_relatie'] },
    { rows: [] },
    { columns: ['sector', 'wave'] },
  ] as const
  for (const each of sides) {
    const { rows, columns, cells } = table.pivot(each)
    expect(rows.length * columns.length).toBe(table.cells.length)
    for (const [down, row] of rows.entries())
      for (const [across, column] of columns.entries())
        expect(cells[down]![across]).toBe(table.cell({ ...row.codes, ...column.codes } as never))
  }
  const { rows, columns } = table.pivot({ rows: ['sector'] })
  expect(rows[0]).toEqual({ codes: { sector: '1' }, label: 'gecertificeerde instelling (GI)' })
  expect(columns[0]?.codes).toEqual({ ruimte_relatie: '1', wave: 'peo-2021' })
  expect(() => table.pivot({ rows: ['sector'], columns: ['sector'] })).toThrow(RangeError)
  // @ts-expect-error organisatie is no dimension of the table
  expect(() => table.pivot({ rows: ['organisatie'] })).toThrow(RangeError)
})

test('Markdown is for people, in the language of the labels', async () => {
  const [head, , first, ...rest] = (await peo.crosstab(bySector)).toMarkdown().split('\n')
  expect(head).toMatch(/^\| Ruimte om te investeren .* \| gecertificeerde instelling \(GI\) \|/)
  expect(first).toBe('| ruim voldoende | 8,2% | 8,5% | 24,4% | 11,1% |')
  expect(rest.at(-2)).toBe('| basis (n) | 49 | 47 | 45 | 9 |')
  const means = await peo.means({ waves: ['peo-2022'], of: 'werkplezier', by: ['sector'], language: 'EN' })
  expect(means.toMarkdown()).toContain('| local team | 7.71 (n = 45) |')
})

test('labels, plain data and what the table rests on are at hand', async () => {
  const table = await peo.crosstab({ ...bySector, language: 'EN' })
  expect(table.label('sector')).toBe('Type of organisation')
  expect(table.label('sector', '1')).toBe('certified institution (GI)')
  expect(JSON.parse(JSON.stringify(table))).toEqual(table.data)
  expect(table.base).toBe(150)
  expect(table.releases.map(({ wave }) => wave)).toEqual(['peo-2022'])
})

test('an unchanged table costs no body', async () => {
  const statuses: number[] = []
  const lengths: number[] = []
  const counting: typeof fetch = async (...request) => {
    const response = await fetch(...request)
    statuses.push(response.status)
    lengths.push((await response.clone().arrayBuffer()).byteLength)
    return response
  }
  const again = new PeoClient({ url, fetch: counting })
  const first = await again.crosstab(bySector)
  expect((await again.crosstab(bySector)).data).toEqual(first.data)
  expect(statuses).toEqual([200, 304])
  expect(lengths[0]).toBeGreaterThan(1000)
  expect(lengths[1]).toBe(0)
})

test('lists give what there is', async () => {
  const variables = await peo.variables({ language: 'EN' })
  expect(variables.find(({ code }) => code === 'sector')?.categories[0]).toEqual({
    code: '1',
    label: 'certified institution (GI)',
  })
  const questions = await peo.questions({ wave: 'peo-2022' }).toArray({ limit: 2 })
  expect(questions.map(({ variable }) => variable.code)).toEqual(['sector', 'ervaring'])
  const [advice] = await peo.recommendations({ addressee: 'GIS' }).toArray({ limit: 1 })
  expect(advice?.wave.code).toBe('peo-2022')
  await expect(peo.questions({ wave: 'peo-1999' }).toArray({ limit: 1 })).rejects.toHaveProperty(
    'code',
    'UNKNOWN_WAVE',
  )
})
