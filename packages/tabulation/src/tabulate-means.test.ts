import { describe, expect, it } from 'vitest'
import type { MeansRequest } from './table-request.ts'
import { describeGroups, tabulateMeans } from './tabulate-means.ts'
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

/** The base and the mean of each group: what was gathered for it. */
const gathered = (request: Partial<MeansRequest>) =>
  describeGroups(means(request)).map((group) => group && [group.base, group.mean])

const mean = (...values: number[]) => [
  values.length,
  values.reduce((sum, value) => sum + value) / values.length,
]

describe('tabulateMeans', () => {
  it('describes the numbers given by the whole wave', () => {
    expect(gathered({})).toEqual([mean(36, 24, 32, 28, 24, 16, 40)])
  })

  it('describes them by group, by their weights', () => {
    expect(gathered({ by: ['sector'], weighted: true })).toEqual([
      [4, (0.5 * 36 + 1.5 * 24 + 1 * 32 + 0.5 * 16) / 3.5],
      [2, (2 * 28 + 0.5 * 24) / 2.5],
      [6, (0.5 * 36 + 1.5 * 24 + 1 * 32 + 0.5 * 16 + 2 * 28 + 0.5 * 24) / 6],
    ])
  })

  it('puts a respondent in each group of several answers, once in a net', () => {
    expect(gathered({ by: ['helps'] })).toEqual([
      mean(24),
      mean(24, 28),
      mean(28),
      mean(24, 28),
      mean(24, 32, 28),
    ])
  })

  it('keeps a filter as a last dimension with the role FILTER, reduced to its group', () => {
    const request = { by: ['relation'], filter: [{ variable: 'sector', code: 'a' }] }
    const result = means(request)
    expect(result.dimensions.map(({ role, variable }) => [role, variable])).toEqual([
      ['ROW', 'relation'],
      ['FILTER', 'sector'],
    ])
    expect(result.shape).toEqual({ strides: [1, 0], size: 5 })
    expect(gathered(request)).toEqual([mean(36), mean(24), mean(32), mean(24, 32), mean(36, 24, 32)])
  })

  it('has empty groups where a variable was not asked in the wave, and says so', () => {
    const unasked = means({ by: ['theme'] })
    expect(unasked.asked).toBe(false)
    expect(describeGroups(unasked)).toEqual([undefined, undefined, undefined])
    expect(means({ of: 'theme' })).toMatchObject({ asked: false, numbers: undefined })
    expect(means({})).toMatchObject({ asked: true, protection: 'none', kind: 'means' })
  })

  it('refuses what is not a number, and a group that the codebook lacks', () => {
    expect(() => means({ of: 'sector' })).toThrow(new RangeError('sector is not numeric'))
    expect(() => means({ by: ['mood'] })).toThrow(new RangeError('wave peo-example has no variable mood'))
  })
})
