import { compareColumns, type GroupPart, tabulate } from '@peo/tabulation'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { attackWave } from '../attack-wave.ts'
import { dataOf } from '../hard-wave.ts'
import { invertFigures } from '../inverted-figures.ts'
import { asked, background, foundOf, madeWave, people } from '../made-wave.ts'
import { changePlan, publishWaves } from '../publish-waves.ts'
import { showing } from '../weakened-plan.ts'

/** Sector c has three respondents. d, the smallest of the others, protects it. */
const answers = { a: [8, 12], b: [15, 5], c: [2, 1], d: [3, 6], e: [4, 18] }
const wave = madeWave(
  [background('sector', Object.keys(answers)), asked('space', ['yes', 'no'])],
  Object.entries(answers).flatMap(([sector, [yes, no]]) => [
    ...people(yes!, { sector, space: 'yes' }),
    ...people(no!, { sector, space: 'no' }),
  ]),
)

let database: Database

beforeAll(async () => {
  database = await testDatabase('empty')
  await publishWaves(database, [wave])
})

const invert = async () => attackWave(wave, await invertFigures(createApp(database), wave.codebook))

const lettersQuery = `query ($level: Float!) {
  crosstab(waves: ["made"], rows: "space", columns: ["sector"], confidenceLevel: $level) {
    cells { categories higherThan }
  }
}`

interface Letters {
  readonly crosstab: {
    readonly cells: readonly {
      readonly categories: readonly string[]
      readonly higherThan: readonly string[]
    }[]
  }
}

/** At so many levels of confidence, the letters of the yeses: where one appears tells the p-value of a comparison. */
const levels = Array.from({ length: 200 }, (_, step) => 0.5 + 0.4999 * (step / 199))

async function lettersRead(): Promise<string[]> {
  const app = createApp(database)
  const read: string[] = []
  for (const level of levels) {
    const { data } = await ask<Letters>(app, lettersQuery, { level })
    const yes = data.crosstab.cells.filter(({ categories }) => categories[0] === 'yes')
    read.push(yes.map(({ categories, higherThan }) => `${categories[1]}>${higherThan}`).join(' '))
  }
  return read
}

/** The letters that the counts of some sectors make, without any other sector. */
function lettersOf(sectors: readonly string[]): string[] {
  const data = dataOf(wave)
  const request = {
    rows: 'space',
    columns: [],
    filter: [],
    shown: [],
    weighted: false,
    confidenceLevel: 0.95,
  }
  const { design } = tabulate(data, request)
  const sums = (count: number) => ({ respondents: [count], weights: [count], squaredWeights: [count] })
  const columns = sectors.map((sector): GroupPart => {
    const [yes = 0, no = 0] = answers[sector as keyof typeof answers]
    return { part: sums(yes), all: sums(yes + no) }
  })
  return levels.map((confidenceLevel) => {
    const higher = compareColumns(columns, { weighted: false, design, confidenceLevel })
    return Object.keys(answers)
      .map((sector) => `${sector}>${(higher[sectors.indexOf(sector)] ?? []).map((other) => sectors[other])}`)
      .join(' ')
  })
}

test('letters at any level of confidence follow from the columns that are shown', async () => {
  expect(await lettersRead()).toEqual(lettersOf(['a', 'b', 'e']))
  // Holm's correction counts the pairs: one column more would show in all the others.
  expect(lettersOf(['a', 'b', 'c', 'e'])).not.toEqual(lettersOf(['a', 'b', 'e']))
})

test('ends of intervals, tests and design effects do not solve to a withheld group', async () => {
  expect([...(await invert())]).toEqual([])
})

test('with what protects it shown, they alone solve to the group and its answers', async () => {
  await changePlan(database, 'made', (plan) => showing(plan, wave, 'PROTECTS_ANOTHER'))
  expect(foundOf(await invert(), 'sector=c')).toEqual(
    expect.arrayContaining([': base  = 3', 'space: count yes = 2', 'space: count no = 1']),
  )
})
