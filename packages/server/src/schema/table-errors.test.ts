import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

const wave = 'waves: ["peo-2022"]'

test.each([
  ['waves: ["peo-1999"], rows: "sector"', 'UNKNOWN_WAVE', { published: ['peo-2021', 'peo-2022'] }],
  ['waves: ["peo-2023"], rows: "sector"', 'UNKNOWN_WAVE', { wave: 'peo-2023' }],
  ['waves: [], rows: "sector"', 'INVALID_INPUT', { argument: 'waves' }],
  ['waves: ["peo-2022", "peo-2022"], rows: "sector"', 'INVALID_INPUT', { argument: 'waves' }],
  [
    `${wave}, rows: "ruimte_realtie"`,
    'UNKNOWN_VARIABLE',
    { suggestions: ['ruimte_relatie', 'ruimte_reflectie'] },
  ],
  [`${wave}, rows: "sector", columns: ["ervarnig"]`, 'UNKNOWN_VARIABLE', { suggestions: ['ervaring'] }],
  [`${wave}, rows: "werkplezier"`, 'INVALID_INPUT', { variable: 'werkplezier' }],
  [`${wave}, rows: "wat_helpt"`, 'INVALID_INPUT', { variable: 'wat_helpt' }],
  [`${wave}, rows: "gewicht"`, 'INVALID_INPUT', { variable: 'gewicht' }],
  [`${wave}, rows: "sector", columns: ["sector"]`, 'INVALID_INPUT', { variable: 'sector' }],
  [`${wave}, rows: "sector", confidenceLevel: 1.5`, 'INVALID_INPUT', { argument: 'confidenceLevel' }],
  [
    `${wave}, rows: "werkdruk", columns: ["sector", "ervaring"]`,
    'BREAKDOWN_NOT_RELEASED',
    { released: [['sector'], ['ervaring'], ['werkgebied']] },
  ],
  [`${wave}, rows: "sector", columns: ["ervaring"]`, 'BREAKDOWN_NOT_RELEASED', {}],
  [
    `${wave}, rows: "ruimte_relatie", columns: ["sector", "ervaring", "organisatie", "werkgebied", "ruimte_algemeen", "ruimte_doen_wat_nodig", "ruimte_reflectie", "ruimte_afwegingen", "kans_werkzaam"]`,
    'INVALID_INPUT',
    { limit: 4 },
  ],
  ['waves: ["peo-2021"], rows: "werkdruk", columns: ["sector", "ervaring"]', 'BREAKDOWN_NOT_RELEASED', {}],
  [
    'waves: ["peo-2021", "peo-2022"], rows: "werkdruk"',
    'INVALID_INPUT',
    { variable: 'werkdruk', waves: ['peo-2021', 'peo-2022'], asked: ['peo-2022'] },
  ],
  [
    'waves: ["peo-2021", "peo-2022"], rows: "sector", filter: [{ variable: "werkdruk", categories: ["1"] }]',
    'INVALID_INPUT',
    { variable: 'werkdruk' },
  ],
  ['waves: ["peo-2021", "peo-2022"], rows: "werkdrku"', 'UNKNOWN_VARIABLE', { suggestions: ['werkdruk'] }],
  [`${wave}, rows: "sector", confidenceLevel: 0.9999999999999999`, 'INVALID_INPUT', {}],
  [`${wave}, rows: "sector", confidenceLevel: 1e-16`, 'INVALID_INPUT', {}],
  [`${wave}, rows: "werkdruk", columns: ["uren", "sector"]`, 'BREAKDOWN_NOT_RELEASED', {}],
  [
    `${wave}, rows: "werkdruk", columns: ["ervaring"], filter: [{ variable: "sector", categories: ["1"] }]`,
    'BREAKDOWN_NOT_RELEASED',
    {},
  ],
  [
    `${wave}, rows: "werkdruk", filter: [{ variable: "sector", categories: ["1", "2"] }]`,
    'BREAKDOWN_NOT_RELEASED',
    { variable: 'sector' },
  ],
  [
    `${wave}, rows: "werkdruk", filter: [{ variable: "sector", categories: ["9"] }]`,
    'INVALID_INPUT',
    { categories: ['1', '2', '3', '4'] },
  ],
  [`${wave}, rows: "werkdruk", filter: [{ variable: "sector", categories: [] }]`, 'INVALID_INPUT', {}],
  [
    `${wave}, rows: "werkdruk", columns: ["sector"], filter: [{ variable: "sector", categories: ["1"] }, { variable: "sector", categories: ["2"] }]`,
    'INVALID_INPUT',
    { variable: 'sector' },
  ],
])('crosstab(%s) is %s', async (input, code, details) => {
  const { errors } = await ask(app, `{ crosstab(${input}) { counts } }`)
  expect(errors?.[0]?.extensions).toMatchObject({ code, ...details })
})

test.each([
  [`${wave}, of: "werkdruk"`, 'INVALID_INPUT', { numeric: ['werkplezier'] }],
  [`${wave}, of: "werkplezeir"`, 'UNKNOWN_VARIABLE', { suggestions: ['werkplezier'] }],
  [`${wave}, of: "werkplezier", by: ["sector", "ervaring"]`, 'BREAKDOWN_NOT_RELEASED', {}],
  [
    'waves: ["peo-2022", "peo-2021"], of: "werkplezier", by: ["werkdruk"]',
    'INVALID_INPUT',
    { variable: 'werkdruk', waves: ['peo-2022', 'peo-2021'], asked: ['peo-2022'] },
  ],
  [`${wave}, of: "werkplezier", by: ["werkplezier"]`, 'INVALID_INPUT', {}],
  [
    `${wave}, of: "werkplezier", by: ["sector", "ervaring", "organisatie", "werkgebied", "werkdruk"]`,
    'INVALID_INPUT',
    { limit: 4 },
  ],
])('means(%s) is %s', async (input, code, details) => {
  const { errors } = await ask(app, `{ means(${input}) { groups { mean } } }`)
  expect(errors?.[0]?.extensions).toMatchObject({ code, ...details })
})
