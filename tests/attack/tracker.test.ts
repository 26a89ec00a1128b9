import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

const shared = { space: 'yes' }

/**
 * One respondent is in sector b on the coast. Nothing shows that group, but the pair shows b in the city, and b as
 * a whole and the coast as a whole are shown: a chain of tables that overlap.
 */
const wave = madeWave(
  [background('sector', ['a', 'b']), background('area', ['city', 'coast']), asked('space', ['yes', 'no'])],
  [
    ...people(7, { sector: 'a', area: 'city', ...shared }),
    ...people(6, { sector: 'a', area: 'city', space: 'no' }),
    ...people(4, { sector: 'a', area: 'coast', ...shared }),
    ...people(5, { sector: 'a', area: 'coast', space: 'no' }),
    ...people(4, { sector: 'b', area: 'city', ...shared }),
    ...people(5, { sector: 'b', area: 'city', space: 'no' }),
    ...people(1, { sector: 'b', area: 'coast', space: 'no' }),
  ],
  [['sector', 'area']],
)

test('a chain of overlapping breakdowns leads to a group that none of them shows', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => showing(plan, wave, 'PROTECTS_ANOTHER'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=b & area=coast')).toContain('space: count no = 1')
})
