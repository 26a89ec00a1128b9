import { loadSolver, planRelease } from '@peo/disclosure'
import { expect, test } from 'vitest'
import { attackPlan } from './attack-plan.ts'
import { describeFinding, type Finding } from './finding.ts'
import { dataOf, hardWave } from './hard-wave.ts'

/** `ATTACK_SEED` is the first seed, `ATTACK_WAVES` how many follow each other from it. */
const seed = Number(process.env.ATTACK_SEED ?? 1)
const waves = Number(process.env.ATTACK_WAVES ?? 200)

test(`nothing can be computed about fewer than k respondents of ${waves} hard waves from seed ${seed} on`, async () => {
  const solver = await loadSolver()
  const findings: Finding[] = []
  for (let each = seed; each < seed + waves && findings.length === 0; each++) {
    const wave = hardWave(each)
    findings.push(...attackPlan(wave, planRelease(dataOf(wave), wave.policy, solver)))
  }
  process.stdout.write(`hard waves from seed ${seed}; run ATTACK_SEED=<n> ATTACK_WAVES=1 for wave hard-<n>\n`)
  expect(findings.map(describeFinding)).toEqual([])
})
