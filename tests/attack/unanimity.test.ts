import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

/** All eight of sector b gave one answer. Two of them are on the coast. */
const wave = madeWave(
  [
    background('sector', ['a', 'b', 'c']),
    background('area', ['city', 'coast']),
    asked('space', ['yes', 'no', 'partly']),
  ],
  [
    ...people(5, { sector: 'a', area: 'city', space: 'yes' }),
    ...people(5, { sector: 'a', area: 'coast', space: 'no' }),
    ...people(4, { sector: 'a', area: 'coast', space: 'partly' }),
    ...people(6, { sector: 'b', area: 'city', space: 'no' }),
    ...people(2, { sector: 'b', area: 'coast', space: 'no' }),
    ...people(4, { sector: 'c', area: 'city', space: 'partly' }),
    ...people(4, { sector: 'c', area: 'coast', space: 'yes' }),
    ...people(3, { sector: 'c', area: 'city', space: 'no' }),
  ],
)

test('of a group that all gave one answer, everybody is known to have given it', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => showing(plan, wave, 'UNANIMOUS'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=b & area=coast')).toContain('space: one answer no = 2')
})
