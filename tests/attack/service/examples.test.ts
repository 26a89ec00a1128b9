import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import type { Database } from '../../../packages/server/src/database/database.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { attackRows } from '../attack-rows.ts'
import { attackWave } from '../attack-wave.ts'
import type { WaveCodebook } from '../codebook.ts'
import { exampleTruth } from '../example-truth.ts'
import type { Fact } from '../fact.ts'
import { describeFinding } from '../finding.ts'
import { gatherRows } from '../gather-rows.ts'
import { gatherService, type Partners } from '../gather-service.ts'
import { changePlan } from '../publish-waves.ts'
import { serviceCodebooks } from '../service-codebook.ts'
import { showing } from '../weakened-plan.ts'

const waves = ['peo-2021', 'peo-2022']

let database: Database
let everyone: App
let researcher: App
let staff: App
let codebooks: readonly WaveCodebook[]
let facts: readonly Fact[]
let partners: Partners

beforeAll(async () => {
  database = await testDatabase('examples')
  everyone = createApp(database)
  researcher = createApp(database, { viewer: { role: 'RESEARCHER' } })
  // Attackers know which organisations there are.
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  codebooks = await serviceCodebooks(staff)
  const organisations = codebooks.flatMap(
    ({ variables }) => variables.find(({ code }) => code === 'organisatie')!.categories,
  )
  const apps = organisations.map((organisation): [string, App] => [
    organisation,
    createApp(database, { viewer: { role: 'PARTNER', organisation } }),
  ])
  partners = { variable: 'organisatie', apps: new Map(apps) }
  facts = await gatherService([everyone, researcher], codebooks, partners)
})

const codebookOf = (wave: string) => codebooks.find((codebook) => codebook.wave === wave)!

test('the attacker gathers much', () => {
  expect(codebooks.map(({ wave }) => wave)).toEqual(waves)
  expect(facts.length).toBeGreaterThan(3000)
})

test.each(waves)('the tables of %s give nothing away', async (wave) => {
  const truth = await exampleTruth(codebookOf(wave))
  expect([...attackWave(truth, facts)].map(describeFinding)).toEqual([])
})

test.each(waves)('nor do the anonymised answers of %s next to them', async (wave) => {
  const codebook = codebookOf(wave)
  const rows = await gatherRows(researcher, codebook, staff)
  expect(rows).toHaveLength(codebook.respondents)
  expect([...attackRows(await exampleTruth(codebook), facts, rows)].map(describeFinding)).toEqual([])
})

test('who is no researcher reads no anonymised answers', async () => {
  await expect(gatherRows(everyone, codebookOf('peo-2022'))).rejects.toThrow()
})

test('with only the small groups withheld, tables give some away', async () => {
  const codebook = codebookOf('peo-2021')
  const truth = await exampleTruth(codebook)
  await changePlan(database, 'peo-2021', (plan) => showing(plan, truth, 'PROTECTS_ANOTHER', 'UNANIMOUS'))
  const gathered = await gatherService([createApp(database)], [codebook], partners)
  const first = attackWave(truth, gathered).next()
  expect(first.done === false && first.value.base < 5).toBe(true)
})
