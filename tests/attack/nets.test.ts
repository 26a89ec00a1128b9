import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

/** The net of b and c is shown, and b: c has two respondents, and d as many as b. */
const wave = madeWave(
  [background('sector', ['a', 'b', 'c', 'd'], { bc: ['b', 'c'] }), asked('space', ['yes', 'no'])],
  [
    ...people(5, { sector: 'a', space: 'yes' }),
    ...people(6, { sector: 'a', space: 'no' }),
    ...people(4, { sector: 'b', space: 'yes' }),
    ...people(3, { sector: 'b', space: 'no' }),
    ...people(1, { sector: 'c', space: 'yes' }),
    ...people(1, { sector: 'c', space: 'no' }),
    ...people(3, { sector: 'd', space: 'yes' }),
    ...people(4, { sector: 'd', space: 'no' }),
  ],
)

test('a net without one of its categories is the other', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => showing(plan, wave, 'PROTECTS_ANOTHER'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=c')).toContain('space: count yes = 1')
})
