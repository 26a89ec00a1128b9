import { expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { attackWave } from '../attack-wave.ts'
import { gatherService } from '../gather-service.ts'
import { asked, background, foundOf, madeWave, people } from '../made-wave.ts'
import { changePlan, publishWaves } from '../publish-waves.ts'
import { serviceCodebooks } from '../service-codebook.ts'
import type { TrueWave } from '../true-wave.ts'
import { showing } from '../weakened-plan.ts'

/** Sector c has three respondents in the first wave, and twenty in the second. */
function waveOf(wave: string, ...counts: readonly number[]): TrueWave {
  const sectors = ['a', 'b', 'c'].flatMap((sector, index) => [
    ...people(Math.ceil(counts[index]! / 2), { sector, space: 'yes' }),
    ...people(Math.floor(counts[index]! / 2), { sector, space: 'no' }),
  ])
  const made = madeWave([background('sector', ['a', 'b', 'c']), asked('space', ['yes', 'no'])], sectors)
  return { ...made, codebook: { ...made.codebook, wave } }
}

const waves = [waveOf('first', 14, 9, 3), waveOf('second', 14, 9, 20)]

async function found(app: App) {
  const facts = await gatherService([app], await serviceCodebooks(app))
  return waves.flatMap((wave) => [...attackWave(wave, facts)])
}

const total = `{
  crosstab(waves: ["first", "second"], rows: "space", filter: [{ variable: "sector", categories: ["c"] }]) { base }
}`

test('a group that one wave withholds is in no total over waves', async () => {
  const database = await testDatabase('empty')
  await publishWaves(database, waves)
  const app = createApp(database)
  expect((await ask(app, total)).data).toEqual({ crosstab: { base: null } })
  expect(await found(app)).toEqual([])
})

test('a total over waves that holds such a group gives it away', async () => {
  const database = await testDatabase('empty')
  await publishWaves(database, waves)
  await changePlan(database, 'first', (plan) => showing(plan, waves[0]!, 'BELOW_MINIMUM'))
  const app = createApp(database)
  expect((await ask(app, total)).data).toEqual({ crosstab: { base: 23 } })
  expect(foundOf(await found(app), 'sector=c')).toContain('space: count yes = 2')
})
