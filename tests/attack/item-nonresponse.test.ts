import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

/** All 24 answered space, 21 pressure: three left it open, two of them in sector b, whose base falls below five. */
const wave = madeWave(
  [background('sector', ['a', 'b', 'c']), asked('space', ['yes', 'no']), asked('pressure', ['high', 'low'])],
  [
    ...people(4, { sector: 'a', space: 'yes', pressure: 'high' }),
    ...people(4, { sector: 'a', space: 'no', pressure: 'low' }),
    ...people(2, { sector: 'b', space: 'yes', pressure: 'high' }),
    ...people(2, { sector: 'b', space: 'no', pressure: 'low' }),
    ...people(2, { sector: 'b', space: 'no' }),
    ...people(5, { sector: 'c', space: 'yes', pressure: 'low' }),
    ...people(4, { sector: 'c', space: 'no', pressure: 'high' }),
    ...people(1, { sector: 'c', space: 'yes' }),
  ],
)

/** Three answered space but not pressure: the table of both leaves them out. */
const pair = madeWave(
  [
    background('sector', ['a', 'b']),
    asked('space', ['yes', 'no', 'rarely']),
    asked('pressure', ['high', 'low']),
  ],
  [
    ...people(6, { sector: 'a', space: 'yes', pressure: 'high' }),
    ...people(5, { sector: 'b', space: 'yes', pressure: 'low' }),
    ...people(5, { sector: 'a', space: 'no', pressure: 'high' }),
    ...people(6, { sector: 'b', space: 'no', pressure: 'low' }),
    ...people(2, { sector: 'a', space: 'rarely', pressure: 'high' }),
    ...people(1, { sector: 'b', space: 'rarely', pressure: 'low' }),
    ...people(3, { sector: 'b', space: 'no' }),
  ],
)

test('a group that is large enough for one question and not for another stays hidden in the other', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => showing(plan, wave, 'PROTECTS_ANOTHER'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=b')).toContain('pressure: count high = 2')
})

test('a rare answer to one question is not read off the totals of a table with another', () => {
  const { protectedWave, weakened } = attackBoth(pair, (plan) => showing(plan, pair, 'PROTECTS_ANOTHER'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'space=rarely')).toContain('space × pressure: count high = 2')
})
