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

  it('withholds the others of an organisation where they all said the same, and with them the organisation', () => {
    expect(plan.withheld['ruimte|organisatie']).toMatchObject({
      'net:rest:a': 'UNANIMOUS',
      a: 'PROTECTS_ANOTHER',
    })
    expect(auditRelease(alike, plan, solver)).toEqual([])
  })

  it('shows an organisation itself and the rest, and no other', () => {
    const seen = ownBesideRest(plan, 'a')
    expect(seen.withheld['ruimte|organisatie']).toEqual({ rest: 'UNANIMOUS', a: 'PROTECTS_ANOTHER' })
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
