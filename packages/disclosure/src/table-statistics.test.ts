import { sampleDesign } from '@peo/tabulation'
import { describe, expect, it } from 'vitest'
import type { ReleasePlan } from './release-plan.ts'
import { askCrosstab } from './testing/ask.ts'
import { planOf } from './testing/plan.ts'
import { sectorPlan, sectorPolicy, sectorWave } from './testing/sector-wave.ts'
import { people, single, smallWave } from './testing/small-wave.ts'

const respondents = [
  ...people(15, { sector: 'a', ruimte: 'ja' }),
  ...people(5, { sector: 'a', ruimte: 'nee' }),
  ...people(10, { sector: 'b', ruimte: 'ja' }),
  ...people(20, { sector: 'b', ruimte: 'nee' }),
]
const data = smallWave(
  [single('sector', ['a', 'b']), single('ruimte', ['ja', 'nee'])],
  respondents,
  respondents.map(({ sector }) => (sector === 'a' ? 1.75 : 0.5)),
)
const plan = planOf(data, { ...sectorPolicy, questions: ['ruimte'] })
const table = { rows: 'ruimte', columns: ['sector'] }

describe('statistics of a table', () => {
  it('test independence where every group is shown', () => {
    // By hand: expected 10, 10, 15, 15; so 25 / 10 + 25 / 10 + 25 / 15 + 25 / 15.
    expect(askCrosstab(data, plan, table).statistics).toEqual({
      test: {
        method: 'PEARSON',
        statistic: expect.closeTo(25 / 3, 10),
        degreesOfFreedom: 1,
        // R: pchisq(25 / 3, 1, lower.tail = FALSE)
        pValue: expect.closeTo(0.003892417, 8),
      },
      cramersV: expect.closeTo(Math.sqrt(1 / 6), 10),
      effectiveBase: 50,
      designEffect: 1,
    })
  })

  it('are weighted where the table is', () => {
    const { statistics, cells } = askCrosstab(data, plan, { ...table, weighted: true })
    const [a, b, c, d] = cells.map((cell) => (cell.status === 'VALUE' ? cell.count : 0)) as [
      number,
      number,
      number,
      number,
    ]
    const effective = 50 ** 2 / (20 * 1.75 ** 2 + 30 * 0.5 ** 2)
    expect(statistics).toMatchObject({
      test: { method: 'RAO_SCOTT' },
      // Of two by two: |ad - bc| over the root of the product of the margins.
      cramersV: expect.closeTo(
        Math.abs(a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d)),
        10,
      ),
      effectiveBase: expect.closeTo(effective, 10),
      designEffect: expect.closeTo(50 / effective, 10),
    })
  })

  it('follow the clusters of the sample where the table is weighted', () => {
    const clusters = { kind: 'single' as const, codes: Uint8Array.from(respondents, (_, index) => index % 6) }
    const sampled = { ...data, design: sampleDesign({ size: data.size, clusters }) }
    const { statistics } = askCrosstab(sampled, plan, { ...table, weighted: true })
    // R: with six clusters as above, svychisq(~ruimte + sector, svydesign(~cluster, weights = ~weight))
    expect(statistics!.test).toEqual({
      method: 'RAO_SCOTT',
      statistic: expect.closeTo(35.1851851852, 8),
      degreesOfFreedom: expect.closeTo(1, 10),
      denominatorDegreesOfFreedom: expect.closeTo(5, 10),
      pValue: expect.closeTo(0.00194305578, 8),
    })
    expect(askCrosstab(sampled, plan, table).statistics).toEqual(askCrosstab(data, plan, table).statistics)
  })

  it('hold no test where a cell is withheld', () => {
    expect(askCrosstab(sectorWave, sectorPlan, table).statistics).toEqual({
      test: null,
      cramersV: null,
      effectiveBase: 41,
      designEffect: 1,
    })
  })

  it('hold no test of a narrowed table', () => {
    const shown = [{ variable: 'sector', codes: ['a', 'b'] }]
    expect(askCrosstab(data, plan, { ...table, shown }).statistics).toMatchObject({
      test: null,
      cramersV: null,
    })
  })

  it('hold nothing where everyone is withheld', () => {
    const closed: ReleasePlan = { ...plan, withheld: { 'ruimte|sector': { '*': 'PROTECTS_ANOTHER' } } }
    expect(askCrosstab(data, closed, table).statistics).toEqual({
      test: null,
      cramersV: null,
      effectiveBase: null,
      designEffect: null,
    })
  })
})
