import { kornGraubard, type SampledUnits, sampleDesign, type WaveData } from '@peo/tabulation'
import { describe, expect, it } from 'vitest'
import { askCrosstab, saysOf } from './testing/ask.ts'
import { planOf } from './testing/plan.ts'
import { people, single, smallWave } from './testing/small-wave.ts'

const variables = [
  single('sector', ['a', 'b', 'c']),
  single('ruimte', ['ja', 'nee']),
  single('team', ['1', '2', '3', '4']),
]
const respondents = [
  ...people(8, { sector: 'a', ruimte: 'ja', team: '1' }),
  ...people(2, { sector: 'a', ruimte: 'nee', team: '1' }),
  ...people(3, { sector: 'a', ruimte: 'ja', team: '2' }),
  ...people(7, { sector: 'a', ruimte: 'nee', team: '2' }),
  ...people(9, { sector: 'b', ruimte: 'ja', team: '3' }),
  ...people(6, { sector: 'b', ruimte: 'nee', team: '4' }),
  ...people(5, { sector: 'c', ruimte: 'ja', team: '4' }),
  ...people(5, { sector: 'c', ruimte: 'nee', team: '4' }),
]
const weightsOf = respondents.map(({ sector }) => (sector === 'b' ? 2 : 1))
const wave = smallWave(variables, respondents, weightsOf)
const teams = wave.columns.get('team')!
if (teams.kind !== 'single') throw new Error('made above')
const sampled = (design: SampledUnits): WaveData => ({ ...wave, design })
const clusters = sampled(sampleDesign({ size: wave.size, clusters: teams, population: 16 }))
const plan = planOf(wave, {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte'],
  breakdowns: [['sector']],
})

function intervals(data: WaveData, weighted: boolean) {
  const { cells } = askCrosstab(data, plan, { rows: 'ruimte', columns: ['sector'], weighted })
  return saysOf(cells, ({ interval }) => interval)
}

describe('the interval of a share', () => {
  it('follows the clusters of the sample, and the degrees of freedom they leave the column', () => {
    // Sector a: of 20, 8 of 10 in team 1 and 3 of 10 in team 2, so that p = 0.55 and scores 0.125 and -0.125 of 4
    // teams of 16: variance (1 - 4 / 16) * 4 / 3 * 2 * 0.125^2, with 2 - 1 degrees of freedom.
    const estimate = { proportion: 0.55, variance: 0.75 * (4 / 3) * 2 * 0.125 ** 2, n: 20, df: 1 }
    const { low, high } = kornGraubard(estimate, 0.95)!
    expect(intervals(clusters, true)['ja/a']).toEqual({
      low: expect.closeTo(low * 100, 10),
      high: expect.closeTo(high * 100, 10),
    })
  })

  it('is absent in a column of one cluster', () => {
    expect(intervals(clusters, true)['ja/c']).toBeNull()
  })

  it('rests on the population', () => {
    const all = sampled(sampleDesign({ size: wave.size, population: wave.size }))
    const half = sampled(sampleDesign({ size: wave.size, population: wave.size * 2 }))
    // Nothing is left to chance where everyone was asked: as many respondents as there are, and no fewer.
    expect(intervals(all, true)['ja/a']).toEqual(intervals(all, false)['ja/a'])
    const variance = (45 / 44) * (0.5 * ((0.55 * 0.45) / 20))
    const { low } = kornGraubard({ proportion: 0.55, variance, n: 20, df: 19 }, 0.95)!
    expect(intervals(half, true)['ja/a']).toMatchObject({ low: expect.closeTo(low * 100, 10) })
  })

  it('knows no design where the table is not weighted', () => {
    expect(intervals(clusters, false)).toEqual(intervals(wave, false))
  })
})

describe('the effective base', () => {
  it('is that of the column, smaller than the base where weights differ', () => {
    const { cells } = askCrosstab(
      { ...wave, weights: Float64Array.from(respondents, ({ ruimte }) => (ruimte === 'ja' ? 2 : 1)) },
      plan,
      { rows: 'ruimte', columns: ['sector'], weighted: true },
    )
    // Sector a: 11 of weight 2 and 9 of weight 1.
    const figure = saysOf(cells, ({ base, effectiveBase }) => [base, effectiveBase])
    expect(figure['ja/a']).toEqual([20, expect.closeTo(31 ** 2 / 53, 12)])
    expect(figure['nee/a']).toEqual(figure['ja/a'])
  })
})
