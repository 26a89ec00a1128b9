import { describe, expect, it } from 'vitest'
import { NO_ANSWER, NOT_ASKED } from './column.ts'
import { sampleDesign, simpleDesign } from './sample-design.ts'

const single = (...codes: number[]) => ({ kind: 'single' as const, codes: Uint8Array.from(codes) })
const numeric = (...values: number[]) => ({
  kind: 'numeric' as const,
  values: Float64Array.from(values),
  presence: new Uint8Array(values.length),
})

describe('sampleDesign', () => {
  it('is the simple design where a wave says nothing', () => {
    expect(sampleDesign({ size: 5 })).toEqual(simpleDesign(5))
  })

  it('takes the share of the population that was sampled', () => {
    expect(sampleDesign({ size: 5, population: 20 })).toEqual({
      clustered: false,
      strata: [{ sampled: 5, fraction: 0.25 }],
      stratumOf: [0],
      unitBytes: [],
    })
  })

  it('has strata as units where there are no clusters, without those that nobody is in', () => {
    const design = { size: 5, strata: single(3, 0, 3, 0, 3) }
    expect(sampleDesign(design)).toEqual({
      clustered: false,
      strata: [
        { sampled: 3, fraction: 0 },
        { sampled: 2, fraction: 0 },
      ],
      stratumOf: [0, 1],
      unitBytes: [Uint8Array.of(0, 1, 0, 1, 0)],
    })
    expect(sampleDesign({ ...design, population: [8, 1, 1, 4] }).strata).toEqual([
      { sampled: 3, fraction: 0.75 },
      { sampled: 2, fraction: 0.25 },
    ])
  })

  it.each([
    ['categories', single(2, 0, 2, 2)],
    [
      'numbers of few levels',
      { kind: 'levels' as const, levels: Float64Array.of(1.5, 7), codes: Uint8Array.of(1, 0, 1, 1) },
    ],
    ['numbers', numeric(-7.5, 1e6, -7.5, -7.5)],
  ])('numbers clusters that are given as %s', (_, clusters) => {
    expect(sampleDesign({ size: 4, clusters, population: 8 })).toEqual({
      clustered: true,
      strata: [{ sampled: 2, fraction: 0.25 }],
      stratumOf: [0, 0],
      unitBytes: [Uint8Array.of(0, 1, 0, 0)],
    })
  })

  it('nests clusters in strata: the same number in two strata is two clusters', () => {
    const design = { size: 6, strata: single(0, 0, 1, 1, 1, 0), clusters: single(0, 1, 0, 1, 2, 1) }
    expect(sampleDesign({ ...design, population: [4, 30] })).toEqual({
      clustered: true,
      strata: [
        { sampled: 2, fraction: 0.5 },
        { sampled: 3, fraction: 0.1 },
      ],
      stratumOf: [0, 0, 1, 1, 1],
      unitBytes: [Uint8Array.of(0, 1, 2, 3, 4, 1)],
    })
  })

  it('takes a second byte beyond 256 units', () => {
    const clusters = (count: number) => numeric(...Array.from({ length: count }, (_, index) => index))
    expect(sampleDesign({ size: 256, clusters: clusters(256) }).unitBytes).toHaveLength(1)
    const [low, high] = sampleDesign({ size: 600, clusters: clusters(600) }).unitBytes
    expect([low![599], high![599]]).toEqual([87, 2])
    expect([low![255], high![255], low![256], high![256]]).toEqual([255, 0, 0, 1])
  })

  it('refuses more clusters than two bytes can number', () => {
    const clusters = numeric(...Array.from({ length: 65_537 }, (_, index) => index))
    expect(() => sampleDesign({ size: 65_537, clusters })).toThrow(
      new RangeError('the sample has 65537 clusters; merge them to at most 65536'),
    )
    expect(sampleDesign({ size: 65_536, clusters }).stratumOf).toHaveLength(65_536)
  })

  it.each([
    [
      'strata',
      { strata: single(0, 0, NO_ANSWER) },
      'respondent 3 has no stratum; give one to every respondent',
    ],
    [
      'strata',
      { strata: single(0, NOT_ASKED, 0) },
      'respondent 2 has no stratum; give one to every respondent',
    ],
    [
      'clusters',
      { clusters: { ...numeric(1, 2, 3), presence: Uint8Array.of(0, 0, NO_ANSWER) } },
      'respondent 3 has no cluster; give one to every respondent',
    ],
  ])('refuses a respondent without an answer in %s', (_, columns, message) => {
    expect(() => sampleDesign({ size: 3, ...columns })).toThrow(new RangeError(message))
  })

  it.each([
    ['respondent', { strata: single(0, 0, 4) }, 'stratum 5'],
    ['cluster', { strata: single(0, 1, 1), clusters: single(1, 2, 3) }, 'stratum 1'],
    ['cluster', { clusters: single(1, 1, 1) }, 'the sample'],
  ])('refuses a stratum with a single %s', (_, columns, name) => {
    expect(() => sampleDesign({ size: 3, ...columns })).toThrow(
      new RangeError(
        `${name} holds a single unit, so its variance is unknown; merge it with another stratum`,
      ),
    )
  })

  it('refuses a population that is smaller than the sample, or missing', () => {
    expect(() => sampleDesign({ size: 30, population: 29 })).toThrow(
      new RangeError(
        'the sample has a population of 29 and a sample of 30; give the number of all units in it',
      ),
    )
    expect(() => sampleDesign({ size: 4, strata: single(0, 0, 1, 1), population: [9, NaN] })).toThrow(
      RangeError,
    )
    expect(() => sampleDesign({ size: 4, strata: single(0, 0, 1, 1), population: 9 })).toThrow(
      new RangeError('stratum 2 has no population number; give one to every stratum'),
    )
  })
})
