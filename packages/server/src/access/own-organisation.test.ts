import { beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { ask as send } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database
let staff: App
let everyone: App
let partner: App

async function ask<Data>(app: App, query: string): Promise<Data> {
  const { data } = await send<Data>(app, query)
  return data!
}

const as = (viewer: Viewer) => createApp(database, { viewer })

beforeAll(async () => {
  database = await testDatabase('examples')
  staff = as({ role: 'STAFF' })
  everyone = as({ role: 'EVERYONE' })
  partner = as({ role: 'PARTNER', organisation: 'org_c' })
})

const others = ['a', 'b', 'd', 'e', 'f', 'g', 'h']
const table = (rows: string, more = '') =>
  `{ crosstab(waves: ["peo-2022"], rows: "${rows}", columns: ["organisatie"]${more}) {
    dimensions { categories { code label(language: NL) } } cells { categories status count base } withheld csv } }`

interface Table {
  crosstab: {
    dimensions: { categories: { code: string; label: string }[] }[]
    cells: { categories: string[]; status: string; count: number | null }[]
  }
}

async function cells(app: App, rows: string) {
  const { crosstab } = await ask<Table>(app, table(rows))
  const counts = new Map(crosstab.cells.map((cell) => [cell.categories.join(), cell.count]))
  return { crosstab, counts }
}

describe('a partner', () => {
  it('sees its own organisation, and all others together', async () => {
    const [own, whole] = [await cells(partner, 'ruimte_relatie'), await cells(staff, 'ruimte_relatie')]
    expect(own.crosstab.dimensions[1]!.categories).toEqual([
      { code: 'org_c', label: 'Organisatie C' },
      { code: 'rest', label: 'Overige organisaties' },
    ])
    const alone = await ask<Table>(
      staff,
      '{ crosstab(waves: ["peo-2022"], rows: "ruimte_relatie") { cells { categories count } } }',
    )
    const total = new Map(alone.crosstab.cells.map((cell) => [cell.categories[0]!, cell.count!]))
    for (const [row, count] of total) {
      expect(own.counts.get(`${row},org_c`)).toBe(whole.counts.get(`${row},org_c`))
      expect(own.counts.get(`${row},rest`)).toBe(count - own.counts.get(`${row},org_c`)!)
    }
  })

  it('finds its own organisation and the rest as answers, and no other', async () => {
    const query =
      '{ variable(code: "organisatie") { categories { code } nets { code } hierarchy { categories { categories } } questions(first: 9) { nodes { categories { code } } } } }'
    expect(await ask(partner, query)).toEqual({
      variable: {
        categories: [{ code: 'org_c' }, { code: 'rest' }],
        nets: [],
        hierarchy: [{ categories: [{ categories: [] }, { categories: ['org_c'] }, { categories: [] }] }],
        questions: {
          nodes: [
            { categories: [{ code: 'org_c' }, { code: 'rest' }] },
            { categories: [{ code: 'org_c' }, { code: 'rest' }] },
          ],
        },
      },
    })
  })

  it.each(['org_b', 'net:rest:org_c', 'net:rest:org_b'])('may not filter by %s', async (category) => {
    const query = `{ crosstab(waves: ["peo-2022"], rows: "ruimte_relatie", filter: [{ variable: "organisatie", categories: ["${category}"] }]) { base } }`
    const response = await partner.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const { errors } = (await response.json()) as { errors: { extensions: object }[] }
    expect(errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN', categories: ['org_c', 'rest'] })
  })

  it('may filter by its own', async () => {
    const query =
      '{ crosstab(waves: ["peo-2022"], rows: "ruimte_relatie", filter: [{ variable: "organisatie", categories: ["org_c"] }]) { cells { count } } }'
    const { crosstab } = await ask<Table>(partner, query)
    const { counts } = await cells(partner, 'ruimte_relatie')
    const own = [...counts].filter(([key]) => key.endsWith(',org_c')).map(([, count]) => count)
    expect(crosstab.cells.map(({ count }) => count)).toEqual(own)
  })

  it('reads no other name in any table, format or list', async () => {
    const query = '{ variables(first: 100) { nodes { code } } waves { nodes { code } } }'
    const { variables } = await ask<{ variables: { nodes: { code: string }[] } }>(partner, query)
    const texts: string[] = []
    for (const { code } of variables.nodes) {
      for (const format of ['csv', 'json', 'jsonstat']) {
        for (const path of [
          `crosstab.${format}?waves=peo-2022&rows=${code}&columns=organisatie`,
          `crosstab.${format}?waves=peo-2021,peo-2022&rows=organisatie&columns=${code}&language=EN`,
          `means.${format}?waves=peo-2022&of=${code}&by=organisatie`,
        ]) {
          texts.push(await (await partner.fetch(`http://localhost/tables/${path}`)).text())
        }
      }
    }
    texts.push(
      JSON.stringify(
        await ask(
          partner,
          '{ variables(first: 100) { nodes { categories { code label } nets { code } hierarchy { categories { categories } } } } }',
        ),
      ),
    )
    expect(texts.filter((text) => text.includes('org_c')).length).toBeGreaterThan(10)
    for (const one of others) {
      const named = texts.filter(
        (text) => text.includes(`org_${one}`) || text.includes(`Organisatie ${one.toUpperCase()}`),
      )
      expect(named).toEqual([])
    }
  })

  it('has entity tags of its own', async () => {
    const path = 'http://localhost/tables/crosstab.csv?waves=peo-2022&rows=ruimte_relatie&columns=organisatie'
    const other = as({ role: 'PARTNER', organisation: 'org_d' })
    const etag = (await partner.fetch(path)).headers.get('etag')!
    expect((await other.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(200)
    expect((await partner.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

it('no organisation is released to who is of none', async () => {
  for (const app of [everyone, as({ role: 'PARTNER' }), as({ role: 'RESEARCHER', organisation: 'org_x' })]) {
    const response = await app.fetch(
      'http://localhost/tables/crosstab.json?waves=peo-2022&rows=ruimte_relatie&columns=organisatie',
    )
    const text = await response.text()
    expect(JSON.parse(text).errors[0].extensions).toMatchObject({
      code: 'BREAKDOWN_NOT_RELEASED',
      released: [['sector'], ['ervaring'], ['werkgebied']],
    })
    expect(text).not.toContain('org_')
  }
})

it('staff see every organisation', async () => {
  const { crosstab } = await cells(staff, 'ruimte_relatie')
  expect(crosstab.dimensions[1]!.categories.map(({ code }) => code)).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((one) => `org_${one}`),
  )
})
