import { expect, test } from 'vitest'
import { createApp } from '../../../packages/server/src/app.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { attackRows } from '../attack-rows.ts'
import { attackWave } from '../attack-wave.ts'
import { describeFinding, type Finding } from '../finding.ts'
import { gatherRows } from '../gather-rows.ts'
import { gatherService } from '../gather-service.ts'
import { hardWave } from '../hard-wave.ts'
import { publishWaves } from '../publish-waves.ts'
import { serviceCodebooks } from '../service-codebook.ts'

const seed = Number(process.env.ATTACK_SEED ?? 1)

test(`ten hard waves from seed ${seed} on, published together, tell a reader and a researcher nothing`, async () => {
  const database = await testDatabase('empty')
  const waves = Array.from({ length: 10 }, (_, index) => hardWave(seed + index))
  await publishWaves(database, waves)
  const readers = [createApp(database), createApp(database, { viewer: { role: 'RESEARCHER' } })]
  const codebooks = await serviceCodebooks(readers[0]!)
  expect(codebooks.map(({ wave }) => wave).sort()).toEqual(waves.map(({ codebook }) => codebook.wave).sort())
  const facts = await gatherService(readers, codebooks)
  const findings: Finding[] = []
  for (const wave of waves) {
    const rows = await gatherRows(readers[1]!, wave.codebook)
    findings.push(...attackWave(wave, facts), ...attackRows(wave, facts, rows))
  }
  expect(findings.map(describeFinding)).toEqual([])
})
