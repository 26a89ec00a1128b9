import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'

/** Weights by sector: 13 of org 1 are of sector a, 2 of sector b; all four groups are large enough. */
const wave = {
  ...madeWave(
    [background('sector', ['a', 'b']), background('organisation', ['1', '2']), asked('space', ['yes', 'no'])],
    [
      ...people(7, { sector: 'a', organisation: '1', space: 'yes' }),
      ...people(6, { sector: 'a', organisation: '1', space: 'no' }),
      ...people(1, { sector: 'b', organisation: '1', space: 'yes' }),
      ...people(1, { sector: 'b', organisation: '1', space: 'no' }),
      ...people(6, { sector: 'a', organisation: '2', space: 'no' }),
      ...people(5, { sector: 'a', organisation: '2', space: 'yes' }),
      ...people(8, { sector: 'b', organisation: '2', space: 'yes' }),
      ...people(6, { sector: 'b', organisation: '2', space: 'no' }),
    ],
  ),
  weighting: { variable: 'sector', weights: { a: 0.7373, b: 1.3219 } },
}

test('a weighted count has one make-up, which tells how many of it had each weight', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => ({
    ...plan,
    withheldWeighted: plan.withheld,
  }))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=b & organisation=1')).toContain('space: count yes = 1')
})
