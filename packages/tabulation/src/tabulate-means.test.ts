import { describe, expect, it } from 'vitest'
import type { MeansRequest } from './table-request.ts'
import { tabulateMeans } from './tabulate-means.ts'
import { exampleWave } from './testing/example-wave.ts'

function means(request: Partial<MeansRequest>) {
  return tabulateMeans(exampleWave, {
    of: 'hours',
    by: [],
    filter: [],
    shown: [],
    weighted: false,
    confidenceLevel: 0.95,
    ...request,
  })
}

describe('tabulateMeans', () => {
  it('gathers the numbers given by the whole wave, each with weight 1', () => {
    expect(means({}).groups).toEqual([
      { values: [36, 24, 32, 28, 24, 16, 40], weights: [1, 1, 1, 1, 1, 1, 1] },
    ])
  })

  it('gathers them by group, with their weights', () => {
    expect(means({ by: ['sector'], weighted: true }).groups).toEqual([
      { values: [36, 24, 32, 16], weights: [0.5, 1.5, 1, 0.5] },
      { values: [28, 24], weights: [2, 0.5] },
      { values: [36, 24, 32, 28, 24, 16], weights: [0.5, 1.5, 1, 2, 0.5, 0.5] },
    ])
  })

  it('puts a respondent in each group of several answers, once in a net', () => {
    expect(means({ by: ['helps'] }).groups.map(({ values }) => values)).toEqual([
      [24],
      [24, 28],
      [28],
      [24, 28],
      [24, 32, 28],
    ])
  })

  it('keeps a filter as a last dimension with the role FILTER', () => {
    const result = means({ by: ['relation'], filter: [{ variable: 'sector', code: 'a' }] })
    expect(result.dimensions.map(({ role, variable }) => [role, variable])).toEqual([
      ['ROW', 'relation'],
      ['FILTER', 'sector'],
    ])
    expect(result.shape).toEqual({ strides: [3, 1], size: 15 })
    const inSectorA = [0, 1, 2, 3, 4].map((row) => result.groups[row * 3]!.values)
    expect(inSectorA).toEqual([[36], [24], [32], [24, 32], [36, 24, 32]])
  })

  it('has empty groups where a variable was not asked in the wave, and says so', () => {
    const unasked = means({ by: ['theme'] })
    expect(unasked.asked).toBe(false)
    expect(unasked.groups.map(({ values }) => values)).toEqual([[], [], []])
    expect(means({ of: 'theme' })).toMatchObject({ asked: false, groups: [{ values: [], weights: [] }] })
    expect(means({})).toMatchObject({ asked: true, size: 8, protection: 'none', kind: 'means' })
  })

  it('refuses what is not a number, and a group that the codebook lacks', () => {
    expect(() => means({ of: 'sector' })).toThrow(new RangeError('sector is not numeric'))
    expect(() => means({ by: ['mood'] })).toThrow(new RangeError('wave peo-example has no variable mood'))
  })
})
