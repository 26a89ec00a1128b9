import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let researcher: App
let partner: App
let everyone: App

beforeAll(async () => {
  const database = await testDatabase('examples')
  researcher = createApp(database, { viewer: { role: 'RESEARCHER' } })
  partner = createApp(database, { viewer: { role: 'PARTNER' } })
  everyone = createApp(database)
})

const file = (wave: string) => `http://localhost/waves/${wave}/respondents.csv`

test('a researcher downloads every row, which nobody keeps', async () => {
  const response = await researcher.fetch(file('peo-2022'))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const rows = parse<Record<string, string>>(await response.text(), { columns: true })
  expect(rows).toHaveLength(150)
  expect(new Set(rows.map(({ respondent }) => respondent)).size).toBe(150)
  expect(Object.keys(rows[0]!)).not.toContain('wat_helpt')
  for (const { werkdruk, oorzaken_werkdruk__caseload: cause } of rows) {
    // Asked only of those who feel work pressure.
    if (werkdruk === '3') expect(cause).toBe('')
    if (werkdruk === 'withheld') expect(cause ?? 'withheld').toBe('withheld')
  }
})

test('with labels every answer is readable by itself, in either language', async () => {
  const read = async (query: string) => {
    const response = await researcher.fetch(`${file('peo-2022')}?${query}`)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="peo-2022-respondents.csv"',
    )
    return parse<Record<string, string>>(await response.text(), { columns: true })
  }
  const [codes, dutch, english] = await Promise.all(['', 'labels=true', 'labels=true&language=EN'].map(read))
  const pairs = (labels: typeof codes, column: string) =>
    new Map(codes!.map((row, index) => [row[column], labels![index]![column]]))
  expect(pairs(dutch, 'ruimte_algemeen')).toEqual(
    new Map([
      ['1', 'ruim voldoende'],
      ['2', 'voldoende'],
      ['3', 'onvoldoende'],
      ['withheld', 'onderdrukt'],
    ]),
  )
  // A background variable is said at a level of its hierarchy.
  expect(pairs(english, 'organisatie')).toEqual(
    new Map([
      ['gi', 'certified institution (GI)'],
      ['gespecialiseerd', 'specialised youth care'],
      ['lokaal_anders', 'local team or other'],
    ]),
  )
  expect(pairs(english, 'gewicht').get('1.1583960396039605')).toBe('1.1583960396039605')
})

test.each([
  ['peo-2022', 'labels=maybe'],
  ['peo-2022', 'language=DE'],
  ['peo-2022', 'labels=true&labels=false'],
  ['peo-2022', 'columns=werkdruk'],
])('%s?%s is wrong', async (wave, query) => {
  const response = await researcher.fetch(`${file(wave)}?${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] })
})

test('everyone is told to sign in', async () => {
  const response = await everyone.fetch(file('peo-2022'))
  expect(response.status).toBe(401)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
})

test('a partner is told that it may not', async () => {
  const response = await partner.fetch(file('peo-2022'))
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
})

test('of a wave that is not published there is no file', async () => {
  const response = await researcher.fetch(file('peo-2023'))
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_WAVE' } }] })
})

test('a HEAD has no body, and other methods are refused', async () => {
  const head = await researcher.fetch(file('peo-2022'), { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  const post = await researcher.fetch(file('peo-2022'), { method: 'POST', body: '' })
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a file that cannot be read to its end breaks off, and the service goes on', async () => {
  const database = await testDatabase('examples')
  const { origin, close } = await listen(createApp(database, { viewer: { role: 'RESEARCHER' } }))
  await database.prisma.$executeRaw`ALTER TABLE "AnonymousFile" RENAME COLUMN "ids" TO "gone"`
  const lines = loggedLines()
  const whole = fetch(`${origin}/waves/peo-2022/respondents.csv`).then((response) => response.text())
  await expect(whole).rejects.toThrow()
  expect(lines().map(({ error }) => error)).toEqual([expect.stringContaining('does not exist')])
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  close()
})
