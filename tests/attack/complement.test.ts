import { expect, test } from 'vitest'
import { asked, attackBoth, background, foundOf, madeWave, people } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

/** Sector c has three respondents, the others together all the rest. */
const wave = madeWave(
  [background('sector', ['a', 'b', 'c']), asked('space', ['yes', 'no'])],
  [
    ...people(6, { sector: 'a', space: 'yes' }),
    ...people(5, { sector: 'a', space: 'no' }),
    ...people(4, { sector: 'b', space: 'yes' }),
    ...people(6, { sector: 'b', space: 'no' }),
    ...people(2, { sector: 'c', space: 'yes' }),
    ...people(1, { sector: 'c', space: 'no' }),
  ],
)

/** The same, where c is shown with those who named no sector, and these are few. */
const withoutSector = madeWave(wave.codebook.variables, [
  ...wave.respondents,
  ...people(6, { sector: 'c', space: 'yes' }),
  ...people(2, { space: 'no' }),
])

test('a lone small group is the total without the others', () => {
  const { protectedWave, weakened } = attackBoth(wave, (plan) => showing(plan, wave, 'PROTECTS_ANOTHER'))
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=c')).toEqual([
    ': base  = 3',
    'space: base  = 3',
    'space: count yes = 2',
    'space: count no = 1',
  ])
})

test('respondents who named no sector are what is left when all sectors are taken away', () => {
  const { protectedWave, weakened } = attackBoth(withoutSector, (plan) =>
    showing(plan, withoutSector, 'PROTECTS_ANOTHER', 'UNANIMOUS'),
  )
  expect(protectedWave).toEqual([])
  expect(foundOf(weakened, 'sector=none')).toContain('space: count no = 2')
})
