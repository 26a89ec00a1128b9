import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { asked, background, madeWave, people } from '../made-wave.ts'
import { changePlan, publishWaves } from '../publish-waves.ts'
import { documentOf } from '../table-document.ts'
import { everyRequest } from '../table-request.ts'
import { showing } from '../weakened-plan.ts'

/** Sectors c and d have three and two respondents, and e has none. Together c and d are as many as may be shown. */
const wave = madeWave(
  [
    background('sector', ['a', 'b', 'c', 'd', 'e']),
    asked('space', ['yes', 'no']),
    asked('joy', [], { measurement: 'NUMERIC', minimum: 1, maximum: 5 }),
  ],
  [
    ...people(3, { sector: 'c', space: 'yes', joy: '5' }),
    ...people(2, { sector: 'd', space: 'no', joy: '1' }),
    ...people(8, { sector: 'a', space: 'yes', joy: '2' }),
    ...people(9, { sector: 'a', space: 'no', joy: '3' }),
    ...people(9, { sector: 'b', space: 'yes', joy: '3' }),
    ...people(2, { sector: 'b', space: 'no', joy: '4' }),
  ],
)

interface Figure {
  readonly categories: readonly string[]
  readonly status: string
  readonly higherThan?: readonly string[]
}

interface Answer {
  readonly crosstab?: { readonly cells: readonly Figure[]; readonly statistics: object | null }
  readonly means?: { readonly groups: readonly Figure[] }
}

const requests = everyRequest(wave.codebook)

async function allAnswers(app: App): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const request of requests) answers.push((await ask<Answer>(app, documentOf('made', request))).data)
  return answers
}

/** One of sector c and one of sector d, who answered differently, change places. */
async function changePlaces({ prisma }: Database): Promise<void> {
  const column = await prisma.releaseColumn.findFirstOrThrow({ where: { variable: 'sector' } })
  const data = Uint8Array.from(column.data)
  const [c, d] = [data.indexOf(2), data.indexOf(3)]
  ;[data[c], data[d]] = [data[d]!, data[c]!]
  await prisma.releaseColumn.update({ where: { id: column.id }, data: { data } })
}

let database: Database
let before: readonly Answer[]

beforeAll(async () => {
  database = await testDatabase('empty')
  await publishWaves(database, [wave])
  before = await allAnswers(createApp(database))
})

test('a withheld figure carries no number and no letter, and no letter names a withheld column', () => {
  const figures = before.flatMap(({ crosstab, means }) => crosstab?.cells ?? means!.groups)
  const withheld = figures.filter(({ status }) => status === 'WITHHELD')
  expect(withheld.length).toBeGreaterThan(20)
  for (const { categories, status, ...rest } of withheld) {
    expect(Object.values(rest).filter((value) => value !== null && JSON.stringify(value) !== '[]')).toEqual(
      [],
    )
  }
  for (const { crosstab } of before) {
    const shown = crosstab?.cells.filter(({ status }) => status === 'VALUE') ?? []
    const columns = shown.map(({ categories }) => categories.slice(1).join('/'))
    expect(
      shown.flatMap(({ higherThan }) => higherThan!).filter((other) => !columns.includes(other)),
    ).toEqual([])
  }
})

test.each([
  'RESEARCHER',
  'STAFF',
] as const)('tables are the same bytes to %s as to everyone', async (role) => {
  expect(await allAnswers(createApp(database, { viewer: { role } }))).toEqual(before)
})

test('no byte of any answer changes when respondents change places between withheld groups', async () => {
  await changePlaces(database)
  expect(await allAnswers(createApp(database))).toEqual(before)
})

test('with the groups shown, answers change', async () => {
  const shown = await testDatabase('empty')
  await publishWaves(shown, [wave])
  await changePlan(shown, 'made', (plan) => showing(plan, wave, 'BELOW_MINIMUM'))
  const first = await allAnswers(createApp(shown))
  await changePlaces(shown)
  expect(await allAnswers(createApp(shown))).not.toEqual(first)
})
