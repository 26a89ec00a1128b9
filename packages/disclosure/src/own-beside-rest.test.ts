import { describe, expect, it } from 'vitest'
import { auditRelease } from './audit-release.ts'
import { asSeenBy, ownBesideRest } from './own-beside-rest.ts'
import { planOf, solver } from './testing/plan.ts'
import { people, single, smallWave } from './testing/small-wave.ts'

const variables = [single('organisatie', ['a', 'b', 'c']), single('ruimte', ['ja', 'nee'])]
const policy = {
  minimumGroupSize: 5,
  background: ['organisatie'],
  questions: ['ruimte'],
  breakdowns: [['organisatie']],
  boundary: 'organisatie',
}

/** Everyone outside a said ja. */
const alike = smallWave(variables, [
  ...people(6, { organisatie: 'a', ruimte: 'ja' }),
  ...people(6, { organisatie: 'a', ruimte: 'nee' }),
  ...people(7, { organisatie: 'b', ruimte: 'ja' }),
  ...people(8, { organisatie: 'c', ruimte: 'ja' }),
])

describe('a plan', () => {
  const plan = planOf(alike, policy)

  it('withholds an organisation where all others said the same', () => {
    expect(plan.withheld['ruimte|organisatie']).toEqual({
      a: 'PROTECTS_ANOTHER',
      b: 'UNANIMOUS',
      c: 'UNANIMOUS',
    })
    expect(auditRelease(alike, plan, solver)).toEqual([])
  })

  it('shows an organisation itself and the rest where it and the total are shown, and no other', () => {
    expect(ownBesideRest(plan, 'a').withheld['ruimte|organisatie']).toEqual({
      a: 'PROTECTS_ANOTHER',
      rest: 'PROTECTS_ANOTHER',
    })
  })

  it('is of no organisation for who is of none', () => {
    expect(ownBesideRest(plan, undefined).breakdowns).toEqual([])
  })

  it('stays as it is without organisations', () => {
    const { boundary: _, ...without } = plan
    expect(ownBesideRest(without, 'a')).toBe(without)
  })
})

it('makes everyone else of a wave work for the rest', () => {
  const seen = asSeenBy(alike, { variable: 'organisatie', own: 'b' })
  expect(seen.variables.get('organisatie')).toMatchObject({ categories: ['b', 'rest'], nets: [] })
  const column = seen.columns.get('organisatie')
  expect(column?.kind === 'single' && [...column.codes].filter((code) => code === 0)).toHaveLength(7)
})
