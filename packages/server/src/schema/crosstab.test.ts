import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

interface Crosstab {
  readonly crosstab: {
    readonly cells: readonly {
      readonly categories: readonly string[]
      readonly status: string
      readonly count: number | null
      readonly columnPercent: number | null
      readonly base: number | null
      readonly interval: { low: number; high: number } | null
    }[]
    readonly counts: readonly (number | null)[]
    readonly columnPercents: readonly (number | null)[]
    readonly base: number | null
    readonly withheld: number
    readonly dimensions: readonly {
      readonly role: string
      readonly variable: { readonly code: string; readonly label: string }
      readonly categories: readonly {
        readonly code: string
        readonly label: string
        readonly isNet: boolean
      }[]
    }[]
  }
}

const crosstab = (input: string) =>
  ask<Crosstab>(
    app,
    `{ crosstab(${input}) {
      base counts columnPercents withheld
      cells { categories status count columnPercent base interval { low high } }
      dimensions { role variable { code label(language: EN) } categories { code label(language: EN) isNet } }
    } }`,
  ).then(({ data }) => data?.crosstab)

test('lists cells row-major, categories before nets', async () => {
  const table = await crosstab('waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]')
  expect(table.dimensions.map(({ role, variable }) => [role, variable])).toEqual([
    ['ROW', { code: 'werkdruk', label: 'To what degree do you experience work pressure?' }],
    ['COLUMN', { code: 'sector', label: 'Type of organisation' }],
  ])
  expect(table.counts).toEqual([18, 12, 4, 0, 24, 26, 30, 7, 7, 9, 11, 2])
  expect(table.cells[1]).toMatchObject({ categories: ['1', '2'], status: 'VALUE', count: 12, base: 47 })
  expect(table.base).toBe(150)
})

test('gives one unnamed column, the total, without columns; nets follow categories', async () => {
  const table = await crosstab('waves: ["peo-2022"], rows: "ruimte_relatie"')
  expect(table.counts).toEqual([20, 60, 58, 12, 80, 70])
  expect(table.columnPercents).toEqual(table.counts.map((count) => ((count ?? 0) / 150) * 100))
  expect(table.dimensions[0]?.categories.map(({ code, isNet }) => `${code} ${isNet}`)).toEqual([
    '1 false',
    '2 false',
    '3 false',
    '4 false',
    'net:voldoende true',
    'net:onvoldoende true',
  ])
})

test('counts several answers of respondents asked; not asked is out of the base', async () => {
  const table = await crosstab('waves: ["peo-2022"], rows: "oorzaken_werkdruk"')
  expect(table.base).toBe(121)
  expect(table.counts).toEqual([84, 71, 58, 40, 37, 30, 22, 9])
  expect(table.cells[0]?.columnPercent).toBeCloseTo((84 / 121) * 100, 10)
})

test('makes wave the last dimension of a trend', async () => {
  const table = await crosstab('waves: ["peo-2021", "peo-2022"], rows: "ruimte_relatie"')
  expect(table.dimensions.map(({ role, variable }) => `${role} ${variable.code}`)).toEqual([
    'ROW ruimte_relatie',
    'WAVE wave',
  ])
  expect(table.cells.slice(0, 2).map(({ categories, base }) => [...categories, base])).toEqual([
    ['1', 'peo-2021', 180],
    ['1', 'peo-2022', 150],
  ])
})

test('a question that a single wave did not ask has cells without figures', async () => {
  const table = await crosstab('waves: ["peo-2021"], rows: "werkdruk", columns: ["sector"]')
  expect(table.cells.every(({ status, count }) => status === 'NOT_ASKED' && count === null)).toBe(true)
  expect(table.base).toBeNull()
})

test('withholds groups below five as null, with a companion where one would be computable', async () => {
  const table = await crosstab('waves: ["peo-2022"], rows: "werkdruk", columns: ["uren"]')
  expect(table.counts).toEqual([
    expect.any(Number),
    null,
    null,
    expect.any(Number),
    null,
    null,
    expect.any(Number),
    null,
    null,
  ])
  expect(table.withheld).toBe(6)
})

test('a filter on a hidden variable gives the column of that group', async () => {
  const whole = await crosstab('waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]')
  const group = await crosstab(
    'waves: ["peo-2022"], rows: "werkdruk", filter: [{ variable: "sector", categories: ["1"] }]',
  )
  expect(group.counts).toEqual([0, 4, 8].map((index) => whole.counts[index]))
  expect(group.base).toBe(49)
})

test('a filter on a shown variable narrows the table and changes no figure', async () => {
  const table = await crosstab(
    'waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"], filter: [{ variable: "sector", categories: ["1", "3"] }]',
  )
  expect(table.counts).toEqual([18, 4, 24, 30, 7, 11])
})

test('the effective base is the base when unweighted, and smaller when weights differ', async () => {
  const cells = (options: string) =>
    ask<{ crosstab: { cells: { base: number; effectiveBase: number }[] } }>(
      app,
      `{ crosstab(waves: ["peo-2022"], rows: "ruimte_relatie", ${options}) { cells { base effectiveBase } } }`,
    ).then(({ data }) => data.crosstab.cells)
  expect((await cells('columns: ["sector"]'))[0]).toEqual({ base: 49, effectiveBase: 49 })
  const [everyone] = await cells('weighted: true')
  // The weights' sum squared over the sum of their squares, from the file of answers.
  expect(everyone?.base).toBe(150)
  expect(everyone?.effectiveBase).toBeCloseTo(140.848093674745, 9)
})

test('weighted counts add up weights; the base stays respondents', async () => {
  const table = await crosstab('waves: ["peo-2022"], rows: "sector", weighted: true')
  expect(table.counts[0]).toBeCloseTo(49 * 0.6735, 8)
  expect(table.base).toBe(150)
})

test('an explicit null reads as the default', async () => {
  const table = await crosstab(
    'waves: ["peo-2022"], rows: "werkdruk", columns: null, filter: null, weighted: null, confidenceLevel: null',
  )
  expect(table.counts).toEqual([34, 87, 29])
})
