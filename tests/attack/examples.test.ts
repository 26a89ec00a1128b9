import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../packages/server/src/app.ts'
import type { Database } from '../../packages/server/src/database/database.ts'
import { testDatabase } from '../../packages/server/src/testing/test-database.ts'
import { attackWave } from './attack-wave.ts'
import type { WaveCodebook } from './codebook.ts'
import { exampleTruth } from './example-truth.ts'
import { describeFinding } from './finding.ts'
import { gatherService } from './gather-service.ts'
import { changePlan } from './publish-waves.ts'
import { serviceCodebooks } from './service-codebook.ts'
import { showing } from './weakened-plan.ts'

let database: Database
let codebooks: readonly WaveCodebook[]

const readers = (): [App, App] => [
  createApp(database),
  createApp(database, { viewer: { role: 'RESEARCHER' } }),
]

beforeAll(async () => {
  database = await testDatabase('examples')
  codebooks = await serviceCodebooks(readers()[0])
})

test('all that the service tells of the example waves gives nothing away', async () => {
  expect(codebooks.map(({ wave }) => wave)).toEqual(['peo-2021', 'peo-2022'])
  const facts = await gatherService(readers(), codebooks)
  expect(facts.length).toBeGreaterThan(3000)
  const truths = await Promise.all(codebooks.map(exampleTruth))
  expect(truths.flatMap((truth) => [...attackWave(truth, facts)]).map(describeFinding)).toEqual([])
}, 300_000)

test('with only the small groups withheld, it does', async () => {
  const truth = await exampleTruth(codebooks[0]!)
  await changePlan(database, 'peo-2021', (plan) => showing(plan, truth, 'PROTECTS_ANOTHER', 'UNANIMOUS'))
  const facts = await gatherService([readers()[0]], [codebooks[0]!])
  const found = [...attackWave(truth, facts)].find(({ group }) => group === 'werkgebied=wassenaar')
  expect(found).toMatchObject({ knows: 'codebook', base: 3, found: 'base', value: 3 })
}, 300_000)
