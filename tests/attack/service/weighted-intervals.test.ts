import { expect, test } from 'vitest'
import { createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { asked, background, madeWave, people } from '../made-wave.ts'
import { changePlan, publishWaves } from '../publish-waves.ts'
import { endsOf, type WeightPart, weightedIntervals } from '../weighted-intervals.ts'

const weights = [0.8, 1.2] as const

/** Weights by sector: 13 of organisation 1 are of sector a, 2 of sector b; all four groups are large enough. */
const wave = {
  ...madeWave(
    [background('sector', ['a', 'b']), background('organisation', ['1', '2']), asked('space', ['yes', 'no'])],
    [
      ...people(7, { sector: 'a', organisation: '1', space: 'yes' }),
      ...people(6, { sector: 'a', organisation: '1', space: 'no' }),
      ...people(1, { sector: 'b', organisation: '1', space: 'yes' }),
      ...people(1, { sector: 'b', organisation: '1', space: 'no' }),
      ...people(4, { sector: 'a', organisation: '2', space: 'no' }),
      ...people(5, { sector: 'a', organisation: '2', space: 'yes' }),
      ...people(12, { sector: 'b', organisation: '2', space: 'yes' }),
      ...people(8, { sector: 'b', organisation: '2', space: 'no' }),
    ],
  ),
  weighting: { variable: 'sector', weights: { a: weights[0], b: weights[1] } },
}

const query = `{
  crosstab(waves: ["made"], rows: "space", columns: ["organisation"], weighted: true) {
    cells { categories interval { low high } }
  }
}`

interface Answer {
  readonly crosstab: {
    readonly cells: readonly { readonly interval: { readonly low: number; readonly high: number } | null }[]
  }
}

/** How many of each weight gave an answer in each organisation, from the ends of weighted intervals alone. */
async function solved(database: Database): Promise<(readonly WeightPart[])[]> {
  const known = weightedIntervals(weights, wave.respondents.length, 14)
  const { data } = await ask<Answer>(createApp(database), query)
  return data.crosstab.cells.flatMap(({ interval }) => {
    const makeUp = interval && known.get(endsOf(interval.low, interval.high))
    return makeUp ? [makeUp] : []
  })
}

test('ends of weighted intervals tell how many had each weight, where the group is shown', async () => {
  const database = await testDatabase('empty')
  await publishWaves(database, [wave])
  expect(await solved(database)).toEqual([])
  await changePlan(database, 'made', (plan) => ({ ...plan, withheldWeighted: plan.withheld }))
  expect(await solved(database)).toContainEqual([
    { weight: 0.8, count: 7, base: 13 },
    { weight: 1.2, count: 1, base: 2 },
  ])
})
