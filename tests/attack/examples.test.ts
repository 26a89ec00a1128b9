import { expect, test } from 'vitest'
import { createApp } from '../../packages/server/src/app.ts'
import { testDatabase } from '../../packages/server/src/testing/test-database.ts'
import { attackWave } from './attack-wave.ts'
import { exampleTruth } from './example-truth.ts'
import { describeFinding } from './finding.ts'
import { gatherService } from './gather-service.ts'
import { serviceCodebooks } from './service-codebook.ts'

test('nothing about fewer than k respondents can be computed from all that the service tells of the example waves', async () => {
  const app = createApp(await testDatabase('examples'))
  const codebooks = await serviceCodebooks(app)
  expect(codebooks.map(({ wave }) => wave)).toEqual(['peo-2021', 'peo-2022'])
  console.error('start', new Date())
  const facts = await gatherService(app, codebooks)
  console.error('gathered', facts.length, new Date())
  expect(facts.length).toBeGreaterThan(3000)
  const truths = await Promise.all(codebooks.map(exampleTruth))
  const findings = truths.flatMap((truth) => [...attackWave(truth, facts)])
  console.error('attacked', findings.length, new Date())
  expect(findings.map(describeFinding)).toEqual([])
})
