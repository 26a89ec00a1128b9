import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { AnswerLine, AnswerLines } from '../import/source-table.ts'
import { readSav } from '../import/spss/read-sav.ts'
import { readTripleS } from '../import/triple-s/read-triple-s.ts'
import { testDatabase } from '../testing/test-database.ts'

type Row = Readonly<Record<string, string>>

let app: App
let rows: readonly Row[]

beforeAll(async () => {
  app = createApp(await testDatabase('examples'), { viewer: { role: 'RESEARCHER' } })
  rows = parse<Row>(Buffer.from(await download('csv')), { columns: true })
})

async function download(extension: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await app.fetch(`http://localhost/waves/peo-2022/respondents.${extension}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="peo-2022-respondents.${extension.split('?')[0]}"$`),
  )
  return new Uint8Array(await response.arrayBuffer())
}

/** What an import makes of a file: rows by the names of its columns. */
async function imported(lines: AnswerLines): Promise<Row[]> {
  const read: (readonly string[])[] = []
  for await (const line of lines) read.push((line as AnswerLine).fields)
  const [header = [], ...others] = read
  return others.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])))
}

const places = { gi: '1', gespecialiseerd: '2', lokaal_anders: '3' }

/** Rows as formats that number the levels of `organisatie` have them, with something else for what is withheld. */
const numbered = (withheld: string) =>
  rows.map((row) => ({
    ...Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === 'withheld' ? withheld : value]),
    ),
    organisatie: places[row.organisatie as keyof typeof places],
  }))

test('an import reads the SPSS file back, without what is withheld', async () => {
  const table = readSav(Buffer.from(await download('sav')))
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  expect(await imported(table.lines)).toEqual(numbered(''))
  const { organisatie, ruimte_algemeen, gewicht } = Object.fromEntries(
    table.variables.map((variable) => [variable.code, variable]),
  )
  expect(organisatie?.categories?.map(({ code, label }) => [code, label.nl])).toEqual([
    ['1', 'gecertificeerde instelling (GI)'],
    ['2', 'gespecialiseerde jeugdhulp'],
    ['3', 'lokaal team of anders'],
  ])
  expect([ruimte_algemeen?.measurement, gewicht?.measurement]).toEqual(['ordinal', 'weight'])
})

test('an import reads the Triple-S files back, in which withheld is an answer of its own', async () => {
  const files = unzipSync(await download('sss.zip'))
  const table = readTripleS(Buffer.from(files['peo-2022.sss']!))
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  expect(await imported(table.linesOf([files[table.href!]!]))).toEqual(numbered('97'))
  const [organisatie] = table.variables
  expect(organisatie?.label.nl).toBe('Organisatie')
})

test('a Parquet file has the rows of the CSV', async () => {
  const { buffer } = await download('parquet')
  const read = await parquetReadObjects({ file: buffer })
  const said = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => {
        const isWithheld = value === 'withheld'
        const number = name === 'gewicht' ? Number(value) : value
        const status = [`${name}.status`, isWithheld ? 'WITHHELD' : 'VALUE']
        return [[name, isWithheld ? null : number], ...(name === 'respondent' ? [] : [status])]
      }),
    ),
  )
  expect(read).toEqual(said)
})

test('the description is in the language asked', async () => {
  const xml = new TextDecoder().decode(await download('ddi.xml?language=EN'))
  expect(xml).toContain('xml:lang="en"')
  expect(xml).toContain('<catValu>lokaal_anders</catValu><labl>local team or other</labl>')
})

test('labels instead of codes are for CSV alone', async () => {
  const response = await app.fetch('http://localhost/waves/peo-2022/respondents.sav?labels=true')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'There is no parameter "labels"; .sav takes language.' }],
  })
})
