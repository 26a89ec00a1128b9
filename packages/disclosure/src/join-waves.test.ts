import { describe, expect, it } from 'vitest'
import { joinCrosstabs, joinMeans } from './join-waves.ts'
import { askCrosstab, askMeans, saysOf } from './testing/ask.ts'
import { planOf } from './testing/plan.ts'
import {
  numeric,
  people,
  single,
  smallWave,
  type TestAnswers,
  type TestVariable,
} from './testing/small-wave.ts'

const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte', 'cijfer'],
  breakdowns: [['sector']],
}

function waveOf(wave: string, variables: readonly TestVariable[], respondents: readonly TestAnswers[]) {
  const data = { ...smallWave(variables, respondents), wave }
  return { data, plan: planOf(data, policy) }
}

const earlier = waveOf(
  'peo-2021',
  [single('sector', ['a', 'b'], { both: ['a', 'b'] }), single('ruimte', ['ja', 'nee']), numeric('cijfer')],
  [
    ...people(1, { sector: 'a', ruimte: 'ja', cijfer: 6 }),
    ...people(4, { sector: 'a', ruimte: 'ja', cijfer: 7 }),
    ...people(1, { sector: 'a', ruimte: 'nee', cijfer: 8 }),
    ...people(1, { sector: 'b', ruimte: 'ja', cijfer: 7 }),
    ...people(6, { sector: 'b', ruimte: 'nee', cijfer: 8 }),
    ...people(1, { sector: 'b', ruimte: 'nee', cijfer: 9 }),
  ],
)
const later = waveOf(
  'peo-2022',
  [single('sector', ['b', 'c']), single('ruimte', ['nee', 'soms']), numeric('cijfer')],
  [
    ...people(7, { sector: 'b', ruimte: 'nee', cijfer: 6 }),
    ...people(2, { sector: 'b', ruimte: 'soms', cijfer: 7 }),
    ...people(2, { sector: 'c', ruimte: 'nee', cijfer: 6 }),
    ...people(1, { sector: 'c', ruimte: 'soms', cijfer: 5 }),
  ],
)
const without = waveOf(
  'peo-2023',
  [single('sector', ['b']), { ...single('ruimte', ['nee']), kind: 'not asked' }, numeric('cijfer')],
  people(9, { sector: 'b', cijfer: 6 }),
)
const crosstab = ({ data, plan }: typeof earlier, columns: readonly string[] = []) =>
  askCrosstab(data, plan, { rows: 'ruimte', columns })

describe('a trend', () => {
  it('has the wave as its last dimension, and the categories and nets of every wave', () => {
    const { dimensions, waves } = joinCrosstabs([crosstab(earlier, ['sector']), crosstab(later, ['sector'])])
    expect(waves).toEqual(['peo-2021', 'peo-2022'])
    expect(dimensions).toEqual([
      { role: 'ROW', variable: 'ruimte', codes: ['ja', 'nee', 'soms'], categoryCount: 3 },
      { role: 'COLUMN', variable: 'sector', codes: ['a', 'b', 'c', 'net:both'], categoryCount: 3 },
      { role: 'WAVE', variable: 'wave', codes: ['peo-2021', 'peo-2022'], categoryCount: 2 },
    ])
  })

  it('says of a category that a wave did not have that it was not asked', () => {
    const { cells, base, statistics } = joinCrosstabs([crosstab(earlier), crosstab(later)])
    expect(Object.entries(saysOf(cells, ({ count, base }) => [count, base]))).toEqual([
      ['ja/peo-2021', [6, 14]],
      ['ja/peo-2022', 'NOT_ASKED'],
      ['nee/peo-2021', [8, 14]],
      ['nee/peo-2022', [9, 12]],
      ['soms/peo-2021', 'NOT_ASKED'],
      ['soms/peo-2022', [3, 12]],
    ])
    expect(base).toBe(26)
    expect(statistics).toBeNull()
  })

  it('keeps what a wave withholds', () => {
    const { cells } = joinCrosstabs([crosstab(earlier, ['sector']), crosstab(later, ['sector'])])
    expect(saysOf(cells, ({ count }) => count)).toMatchObject({
      'nee/b/peo-2021': 7,
      'nee/b/peo-2022': 'WITHHELD',
      'nee/c/peo-2021': 'NOT_ASKED',
      'nee/c/peo-2022': 'WITHHELD',
      'nee/net:both/peo-2021': 8,
      'nee/net:both/peo-2022': 'NOT_ASKED',
    })
  })

  it('has no base where a wave has none', () => {
    const trend = joinCrosstabs([crosstab(earlier), crosstab(without)])
    expect(trend.base).toBeNull()
    expect(trend.cells.map(({ status }) => status)).toEqual(['VALUE', 'NOT_ASKED', 'VALUE', 'NOT_ASKED'])
  })

  it('of one wave is its table, without a dimension of waves', () => {
    const table = crosstab(earlier)
    expect(joinCrosstabs([table])).toBe(table)
  })

  it('of no wave is an error of the caller', () => {
    expect(() => joinCrosstabs([])).toThrow(new RangeError('a trend needs a wave'))
    expect(() => joinMeans([])).toThrow(new RangeError('a trend needs a wave'))
  })
})

describe('a trend of means', () => {
  const means = ({ data, plan }: typeof earlier) => askMeans(data, plan, { of: 'cijfer', by: ['sector'] })

  it('has the groups of every wave', () => {
    const { groups, dimensions, waves } = joinMeans([means(earlier), means(later)])
    expect(waves).toEqual(['peo-2021', 'peo-2022'])
    expect(dimensions.map(({ role, codes }) => [role, codes])).toEqual([
      ['ROW', ['a', 'b', 'c', 'net:both']],
      ['WAVE', ['peo-2021', 'peo-2022']],
    ])
    expect(Object.entries(saysOf(groups, ({ mean, base }) => [mean, base]))).toEqual([
      ['a/peo-2021', [7, 6]],
      ['a/peo-2022', 'NOT_ASKED'],
      ['b/peo-2021', [8, 8]],
      ['b/peo-2022', 'WITHHELD'],
      ['c/peo-2021', 'NOT_ASKED'],
      ['c/peo-2022', 'WITHHELD'],
      ['net:both/peo-2021', [106 / 14, 14]],
      ['net:both/peo-2022', 'NOT_ASKED'],
    ])
  })

  it('of one wave is its table', () => {
    const table = means(earlier)
    expect(joinMeans([table])).toBe(table)
  })
})
