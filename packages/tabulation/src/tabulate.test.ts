import { describe, expect, it } from 'vitest'
import { cubeIndex } from './cube.ts'
import type { CrosstabRequest } from './table-request.ts'
import { tabulate } from './tabulate.ts'
import { exampleWave } from './testing/example-wave.ts'

function table(request: Partial<CrosstabRequest> & Pick<CrosstabRequest, 'rows'>, data = exampleWave) {
  return tabulate(data, {
    columns: [],
    filter: [],
    shown: [],
    weighted: false,
    confidenceLevel: 0.95,
    ...request,
  })
}

describe('tabulate', () => {
  it('counts one variable: categories, nets, then everyone who answered', () => {
    const { respondents } = table({ rows: 'relation' }).moments
    expect([...respondents]).toEqual([3, 3, 1, 4, 7])
  })

  it('counts rows by columns, rows first, of those who answered both', () => {
    const { respondents } = table({ rows: 'relation', columns: ['sector'] }).moments
    expect([...respondents]).toEqual([
      ...[1, 1, 2],
      ...[1, 2, 3],
      ...[1, 0, 1],
      ...[2, 2, 4],
      ...[3, 3, 6], // of eight: one gave no relation, one no sector
    ])
  })

  it('adds up weights and squared weights', () => {
    const { moments } = table({ rows: 'relation', columns: ['sector'], weighted: true })
    expect([...moments.weights]).toEqual([
      ...[0.5, 1, 1.5],
      ...[1.5, 2.5, 4],
      ...[1, 0, 1],
      ...[2.5, 2.5, 5],
      ...[3, 3.5, 6.5],
    ])
    expect([...moments.squaredWeights]).toEqual([
      ...[0.25, 1, 1.25],
      ...[2.25, 4.25, 6.5],
      ...[1, 0, 1],
      ...[3.25, 4.25, 7.5],
      ...[3.5, 5.25, 8.75],
    ])
    expect([...moments.respondents]).toEqual([1, 1, 2, 1, 2, 3, 1, 0, 1, 2, 2, 4, 3, 3, 6])
  })

  it.each([
    ['not asked for', { request: false, wave: exampleWave }],
    ['the wave has none', { request: true, wave: { ...exampleWave, weights: undefined } }],
  ])('gives everyone weight 1 when weights are %s', (_, { request, wave }) => {
    const { weights, ...data } = wave
    const { moments } = table({ rows: 'relation', weighted: request }, weights ? { ...data, weights } : data)
    expect([...moments.weights]).toEqual([3, 3, 1, 4, 7])
    expect([...moments.squaredWeights]).toEqual([3, 3, 1, 4, 7])
  })

  it('rests a question of several answers on those who answered it, whatever they named', () => {
    const { moments, dimensions } = table({ rows: 'helps', weighted: true })
    expect(dimensions[0]!.multiple).toBe(true)
    expect([...moments.respondents]).toEqual([1, 2, 1, 2, 3])
    expect([...moments.weights]).toEqual([1.5, 3.5, 2, 3.5, 4.5])
    expect([...moments.squaredWeights]).toEqual([2.25, 6.25, 4, 6.25, 7.25])
  })

  it('counts the numbers given', () => {
    const { moments, shape } = table({ rows: 'hours' })
    expect(shape).toEqual({ strides: [1], size: 1 })
    expect([...moments.respondents]).toEqual([7])
  })

  it('keeps a filter as a last dimension with the role FILTER, reduced to its group', () => {
    const result = table({
      rows: 'relation',
      columns: ['helps'],
      filter: [{ variable: 'sector', code: 'b' }],
    })
    expect(result.dimensions.map(({ role, variable }) => [role, variable])).toEqual([
      ['ROW', 'relation'],
      ['COLUMN', 'helps'],
      ['FILTER', 'sector'],
    ])
    expect(result.shape).toEqual({ strides: [5, 1, 0], size: 25 })
    const inSectorB = [0, 1, 2, 3, 4].map((row) =>
      [0, 1, 2, 3, 4].map((column) => result.moments.respondents[cubeIndex(result.shape, [row, column, 1])]),
    )
    expect(inSectorB).toEqual([
      [0, 0, 0, 0, 0],
      [0, 1, 1, 1, 1],
      [0, 0, 0, 0, 0],
      [0, 1, 1, 1, 1],
      [0, 1, 1, 1, 1],
    ])
  })

  it.each([
    ['a net', 'relation', 'net:insufficient', [2, 2]],
    ['an option', 'helps', 'team', [1, 1]],
    ['a net of options', 'helps', 'net:people', [1, 1]],
    ['a group that this wave does not know', 'relation', 'excellent', [0, 0]],
  ])('filters by %s', (_, variable, code, expected) => {
    const { moments } = table({ rows: 'sector', filter: [{ variable, code }] })
    expect([...moments.respondents].slice(0, 2)).toEqual(expected)
  })

  it('takes several columns, the last one fastest', () => {
    const { moments, shape } = table({ rows: 'sector', columns: ['relation', 'helps'] })
    const at = (...slots: number[]) => moments.respondents[cubeIndex(shape, slots)]
    expect(shape).toEqual({ strides: [25, 5, 1], size: 75 })
    expect([0, 1, 2, 3, 4].map((help) => at(0, 1, help))).toEqual([1, 1, 0, 1, 1])
    expect([0, 1, 2, 3, 4].map((help) => at(0, 2, help))).toEqual([0, 0, 0, 0, 1])
    expect([0, 1, 2, 3, 4].map((help) => at(2, 3, help))).toEqual([1, 2, 1, 2, 3])
    expect(moments.respondents[74]).toBe(3)
  })

  it('counts nobody where a variable was not asked in the wave, and says so', () => {
    const result = table({ rows: 'relation', columns: ['theme'] })
    expect(result.asked).toBe(false)
    expect([...result.moments.respondents]).toEqual(new Array(15).fill(0))
    expect(table({ rows: 'relation' }).asked).toBe(true)
  })

  it('carries what protection needs to know', () => {
    expect(table({ rows: 'relation' })).toMatchObject({
      protection: 'none',
      kind: 'crosstab',
      wave: 'peo-example',
      size: 8,
    })
  })

  it('refuses a variable that the codebook lacks', () => {
    expect(() => table({ rows: 'mood' })).toThrow(new RangeError('wave peo-example has no variable mood'))
  })
})
