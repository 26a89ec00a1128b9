import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { asked, background, madeWave, people } from '../made-wave.ts'
import { publishWaves } from '../publish-waves.ts'

/** Sector c has three respondents and d four of one answer; e has none. b and a are shown. */
const wave = madeWave(
  [
    background('sector', ['a', 'b', 'c', 'd', 'e']),
    background('area', ['city', 'coast']),
    asked('space', ['yes', 'no']),
    asked('joy', [], { measurement: 'NUMERIC', minimum: 1, maximum: 5 }),
  ],
  [
    ...people(5, { sector: 'a', area: 'city', space: 'yes', joy: '2' }),
    ...people(6, { sector: 'a', area: 'coast', space: 'no', joy: '3' }),
    ...people(4, { sector: 'b', area: 'city', space: 'yes', joy: '4' }),
    ...people(7, { sector: 'b', area: 'coast', space: 'no', joy: '3' }),
    ...people(2, { sector: 'c', area: 'city', space: 'yes', joy: '5' }),
    ...people(1, { sector: 'c', area: 'city', space: 'no', joy: '1' }),
    ...people(4, { sector: 'd', area: 'coast', space: 'no', joy: '1' }),
  ],
)
const hidden = ['c', 'd', 'e']

let app: App

beforeAll(async () => {
  const database = await testDatabase('empty')
  await publishWaves(database, [wave])
  app = createApp(database)
})

/** All of an answer that a reader can see, with the group's own code blotted out. */
async function seen(path: string, sector: string, headers: Record<string, string> = {}) {
  const response = await app.fetch(`http://localhost${path.replaceAll('SECTOR', sector)}`, { headers })
  // Random; that there is one tells of an error alone.
  if (response.headers.has('x-request-id')) response.headers.set('x-request-id', 'an id')
  const named = [...response.headers].filter(([name]) => name !== 'date')
  const blot = (text: string) => text.replaceAll(new RegExp(`\\b${sector}\\b`, 'g'), 'SECTOR')
  return { status: response.status, headers: blot(JSON.stringify(named)), body: blot(await response.text()) }
}

const paths = ['csv', 'json', 'jsonstat'].flatMap((format) => [
  `/tables/crosstab.${format}?waves=made&rows=space&filter=sector:SECTOR`,
  `/tables/crosstab.${format}?waves=made&rows=space&columns=sector&filter=sector:SECTOR`,
  `/tables/crosstab.${format}?waves=made&rows=sector&columns=space&filter=sector:SECTOR`,
  `/tables/crosstab.${format}?waves=made&rows=area&filter=sector:SECTOR`,
  `/tables/crosstab.${format}?waves=made&rows=space&filter=sector:SECTOR&filter=area:city`,
  `/tables/crosstab.${format}?waves=made&rows=space&columns=area&filter=sector:SECTOR&weighted=true`,
  `/tables/crosstab.${format}?waves=made&rows=space&filter=sector:SECTOR&confidenceLevel=2`,
  `/tables/means.${format}?waves=made&of=joy&filter=sector:SECTOR`,
  `/tables/means.${format}?waves=made&of=joy&by=sector&filter=sector:SECTOR&weighted=true`,
])

test.each(paths)('%s looks alike for small, unanimous and empty groups', async (path) => {
  const first = await seen(path, hidden[0]!)
  for (const sector of hidden.slice(1)) expect(await seen(path, sector)).toEqual(first)
})

test('entity tags and answers to them are alike too', async () => {
  const path = paths[0]!
  const etag = (await app.fetch(`http://localhost${path.replace('SECTOR', 'a')}`)).headers.get('etag')!
  const answers = await Promise.all(
    ['a', ...hidden].map((sector) => seen(path, sector, { 'if-none-match': etag })),
  )
  expect(answers.map(({ status }) => status)).toEqual([304, 304, 304, 304])
  expect(new Set(answers.map(({ headers }) => headers)).size).toBe(1)
})

const documents = [
  '{ crosstab(waves: ["made"], rows: "space", columns: ["sector"], filter: [{ variable: "sector", categories: ["SECTOR"] }]) { base withheld counts cells { status categories } csv } }',
  '{ crosstab(waves: ["made"], rows: "space", filter: [{ variable: "sector", categories: ["SECTOR"] }]) { base withheld statistics { effectiveBase } jsonStat } }',
  '{ crosstab(waves: ["made"], rows: "space", filter: [{ variable: "sector", categories: ["SECTOR", "a"] }]) { base } }',
  '{ crosstab(waves: ["made"], rows: "space", columns: ["joy"], filter: [{ variable: "sector", categories: ["SECTOR"] }]) { base } }',
  '{ means(waves: ["made"], of: "joy", filter: [{ variable: "sector", categories: ["SECTOR"] }]) { withheld groups { status base mean } csv } }',
]

test.each(documents)('%s looks alike too', async (document) => {
  const answers = await Promise.all(
    hidden.map(async (sector) =>
      JSON.stringify(await ask(app, document.replace('SECTOR', sector))).replaceAll(
        new RegExp(`\\b${sector}\\b`, 'g'),
        'SECTOR',
      ),
    ),
  )
  expect(new Set(answers).size).toBe(1)
})

test('a group that is shown looks otherwise: the comparison can fail', async () => {
  expect(await seen(paths[0]!, 'a')).not.toEqual(await seen(paths[0]!, 'c'))
})

test('a category that is in no codebook is refused in words that tell of the codebook only', async () => {
  const { status, body } = await seen(paths[0]!, 'z')
  expect([status, JSON.parse(body).errors[0].extensions]).toEqual([
    400,
    { code: 'INVALID_INPUT', argument: 'filter', categories: ['a', 'b', 'c', 'd', 'e'] },
  ])
})
