import { loadSolver, planRelease, type ReleasePlan } from '@peo/disclosure'
import { expect, test } from 'vitest'
import { attackPlan } from './attack-plan.ts'
import { describeFinding } from './finding.ts'
import { dataOf, type HardWave, hardWave } from './hard-wave.ts'
import { plannedApart, showing } from './weakened-plan.ts'

const solver = await loadSolver()
const waves = Array.from({ length: 12 }, (_, index) => hardWave(index + 1))

/** In how many of the waves anything is found when the protection is weakened so. */
function leaking(weaken: (plan: ReleasePlan, wave: HardWave) => ReleasePlan): number {
  const leaks = waves.filter((wave) => {
    const plan = planRelease(dataOf(wave), wave.policy, solver)
    return attackPlan(wave, weaken(plan, wave)).next().done === false
  })
  return leaks.length
}

test('small groups alone are withheld: the others give them away in every wave', () => {
  expect(leaking((plan, wave) => showing(plan, wave, 'PROTECTS_ANOTHER'))).toBe(waves.length)
})

test('unanimous groups are shown: some wave gives away what it does not otherwise', () => {
  const found = (wave: HardWave, plan: ReleasePlan) => [...attackPlan(wave, plan)].map(describeFinding)
  const more = waves.filter((wave) => {
    const plan = planRelease(dataOf(wave), wave.policy, solver)
    const protectedWave = found(wave, plan)
    return found(wave, showing(plan, wave, 'UNANIMOUS')).some((each) => !protectedWave.includes(each))
  })
  expect(more.length).toBeGreaterThan(0)
})

test('each breakdown is planned alone: most waves give something away', () => {
  expect(leaking((_, wave) => plannedApart(dataOf(wave), wave.policy, solver))).toBeGreaterThan(
    waves.length / 2,
  )
})

test('thresholds are ignored: every wave gives something away', () => {
  expect(leaking((plan, wave) => showing(plan, wave, 'BELOW_MINIMUM', 'PROTECTS_ANOTHER', 'UNANIMOUS'))).toBe(
    waves.length,
  )
})
