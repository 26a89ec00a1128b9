import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

/** A number from 1 to 5 in three sectors, of which c has three respondents. */
const wave = madeWave(
  [
    background('sector', ['a', 'b', 'c']),
    asked('joy', [], { measurement: 'NUMERIC', minimum: 1, maximum: 5 }),
  ],
  [
    ...people(5, { sector: 'a', joy: '4' }),
    ...people(7, { sector: 'a', joy: '2' }),
    ...people(6, { sector: 'b', joy: '3' }),
    ...people(4, { sector: 'b', joy: '5' }),
    ...people(2, { sector: 'c', joy: '1' }),
    ...people(1, { sector: 'c', joy: '4' }),
  ],
)

test('means times bases leave the sum of a small group, and squares its very answers', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => showing(plan, wave, 'PROTECTS_ANOTHER'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=c')).toEqual(
    expect.arrayContaining(['joy: base  = 3', 'joy: sum  = 6', 'joy: count 1 = 2']),
  )
})
