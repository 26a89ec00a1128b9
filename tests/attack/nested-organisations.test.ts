import { loadSolver } from '@peo/disclosure'
import { expect, test } from 'vitest'
import { attackPlan } from './attack-plan.ts'
import { dataOf } from './hard-wave.ts'
import { asked, background, foundOf, madeWave, people, planOf } from './made-wave.ts'
import { plannedApart } from './weakened-plan.ts'

/**
 * Sector north is organisations n1 and n2, south is s1 and s2. n2 is small; in its own table another organisation
 * protects it, but the table of sectors gives north as a whole.
 */
const wave = madeWave(
  [
    background('sector', ['north', 'south']),
    background('organisation', ['n1', 'n2', 's1', 's2']),
    asked('space', ['yes', 'no']),
  ],
  [
    ...people(7, { sector: 'north', organisation: 'n1', space: 'yes' }),
    ...people(8, { sector: 'north', organisation: 'n1', space: 'no' }),
    ...people(2, { sector: 'north', organisation: 'n2', space: 'yes' }),
    ...people(1, { sector: 'north', organisation: 'n2', space: 'no' }),
    ...people(3, { sector: 'south', organisation: 's1', space: 'yes' }),
    ...people(3, { sector: 'south', organisation: 's1', space: 'no' }),
    ...people(4, { sector: 'south', organisation: 's2', space: 'yes' }),
    ...people(5, { sector: 'south', organisation: 's2', space: 'no' }),
  ],
)

test('a sector without its large organisation is the small one', async () => {
  expect([...attackPlan(wave, planOf(wave))]).toEqual([])
  const apart = plannedApart(dataOf(wave), wave.policy, await loadSolver())
  expect(foundOf(attackPlan(wave, apart), 'sector=north & organisation=n2')).toContain('space: count yes = 2')
})

test('an organisation that is a whole sector is not hidden by its own table alone', async () => {
  const whole = madeWave(
    [
      background('sector', ['a', 'b', 'c']),
      background('organisation', ['org_a', 'org_b', 'org_c', 'org_h']),
      asked('space', ['yes', 'no']),
    ],
    [
      ...people(6, { sector: 'a', organisation: 'org_a', space: 'yes' }),
      ...people(7, { sector: 'a', organisation: 'org_a', space: 'no' }),
      ...people(5, { sector: 'b', organisation: 'org_b', space: 'yes' }),
      ...people(4, { sector: 'b', organisation: 'org_b', space: 'no' }),
      ...people(2, { sector: 'b', organisation: 'org_c', space: 'yes' }),
      ...people(2, { sector: 'b', organisation: 'org_c', space: 'no' }),
      ...people(3, { sector: 'c', organisation: 'org_h', space: 'yes' }),
      ...people(4, { sector: 'c', organisation: 'org_h', space: 'no' }),
    ],
  )
  expect([...attackPlan(whole, planOf(whole))]).toEqual([])
  const apart = plannedApart(dataOf(whole), whole.policy, await loadSolver())
  expect(foundOf(attackPlan(whole, apart), 'sector=b & organisation=org_c')).toContain('space: count yes = 2')
})
