import { tabulate } from '@peo/tabulation'
import { expect, it } from 'vitest'
import { protect } from './protect.ts'
import { crosstabRequest } from './testing/ask.ts'
import { sectorPlan, sectorWave } from './testing/sector-wave.ts'

const table = tabulate(sectorWave, crosstabRequest({ rows: 'ruimte', columns: ['sector'] }))

it('refuses a shape that the plan did not check, though its policy releases it', () => {
  const { 'ruimte|sector': _, ...checked } = sectorPlan.withheld
  expect(protect(table, sectorPlan).kind).toBe('crosstab')
  expect(protect(table, { ...sectorPlan, withheld: checked })).toMatchObject({
    kind: 'refusal',
    code: 'BREAKDOWN_NOT_RELEASED',
    variables: ['ruimte', 'sector'],
  })
})

it('refuses a variable that is in no plan', () => {
  const unplanned = tabulate(sectorWave, crosstabRequest({ rows: 'ruimte', columns: ['uren'] }))
  expect(protect(unplanned, { ...sectorPlan, questions: ['ruimte'], withheld: {} }).kind).toBe('refusal')
})

it('takes no plan of another wave', () => {
  expect(() => protect(table, { ...sectorPlan, wave: 'peo-1999' })).toThrow(/plan of peo-1999/)
})
