import { describe, expect, it } from 'vitest'
import { designEffect, effectiveBase } from './statistics/effective-base.ts'
import { firstOrderRaoScott, raoScottTest } from './statistics/rao-scott.ts'
import { unitSumsAt } from './statistics/unit-sums.ts'
import { tabulate } from './tabulate.ts'
import { describeGroups, tabulateMeans } from './tabulate-means.ts'
import { apiclus1, apistrat } from './testing/api-schools.ts'
import { sampledWave } from './testing/sampled-wave.ts'

const weighted = { filter: [], shown: [], weighted: true, confidenceLevel: 0.95 } as const
const mean = (data: ReturnType<typeof sampledWave>, of: string, by: readonly string[] = []) =>
  describeGroups(tabulateMeans(data, { ...weighted, of, by }))

describe('api schools, ?svychisq and ?svydesign of R survey', () => {
  const table = tabulate(apiclus1, { ...weighted, rows: 'sch.wide', columns: ['stype'] })
  const cells = [0, 1].map((row) => [0, 1, 2].map((column) => unitSumsAt(table, [row, column])))

  it('has the published Rao-Scott F of sch.wide by stype', () => {
    // svychisq(~sch.wide + stype, dclus1): F = 5.1934, ndf = 1.495, ddf = 20.925, p-value = 0.02175
    const test = raoScottTest({ cells, design: table.design })!
    expect(test.statistic).toBeCloseTo(5.1934, 4)
    expect(test.degreesOfFreedom).toBeCloseTo(1.495, 3)
    expect(test.denominatorDegreesOfFreedom).toBeCloseTo(20.925, 3)
    expect(test.pValue).toBeCloseTo(0.02175, 5)
  })

  it('has the published first-order test', () => {
    // svychisq(~sch.wide + stype, dclus1, statistic = "Chisq"): X-squared = 11.9409, df = 2, p-value = 0.005553
    const test = firstOrderRaoScott({ cells, design: table.design })!
    expect(test.statistic).toBeCloseTo(11.9409, 4)
    expect(test.degreesOfFreedom).toBe(2)
    expect(test.pValue).toBeCloseTo(0.005553, 6)
  })

  it('has the published stratified mean, with and without finite population correction', () => {
    // svymean(~api00, dstrat): mean 662.29, SE 9.4089; without fpc SE 9.53613
    const [withFpc] = mean(apistrat({ fpc: true }), 'api00')
    expect(withFpc!.mean).toBeCloseTo(662.29, 2)
    expect(withFpc!.standardError).toBeCloseTo(9.4089, 4)
    const [without] = mean(apistrat({ fpc: false }), 'api00')
    expect(without!.mean).toBe(withFpc!.mean)
    expect(without!.standardError).toBeCloseTo(9.53613, 5)
  })

  it('has the published effective base and design effect of its weights', () => {
    // Kish: 168.58 of 200, design effect 1.18637
    const { moments } = tabulate(apistrat({ fpc: true }), { ...weighted, rows: 'stype', columns: [] })
    const [respondents, weights, squares] = [
      moments.respondents,
      moments.weights,
      moments.squaredWeights,
    ].map((sums) => sums[3]!)
    expect(effectiveBase(weights!, squares!)).toBeCloseTo(168.58, 2)
    expect(designEffect(respondents!, weights!, squares!)).toBeCloseTo(1.18637, 5)
  })
})

describe('the fpc data of R survey', () => {
  const values = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2]
  const sample = {
    categories: { above4: values.map((value) => Number(value > 4)) },
    numbers: { x: values },
    weights: [3, 3, 3, 3, 3, 4, 4, 4],
    strata: [0, 0, 0, 0, 0, 1, 1, 1],
  }
  const psuid = [1, 2, 3, 4, 5, 1, 2, 3]

  it.each([
    ['units are clusters', { clusters: psuid }],
    ['units are respondents', {}],
  ])('has the published standard errors where %s', (_, units) => {
    // survey/tests/check.R: svymean(~x): 5.4481, SE 0.7413; with fpc = ~Nh SE 0.616
    const [large] = mean(sampledWave({ ...sample, ...units }), 'x')
    expect(large!.mean).toBeCloseTo(5.4481, 4)
    expect(large!.standardError).toBeCloseTo(0.7413, 4)
    const [finite] = mean(sampledWave({ ...sample, ...units, population: [15, 12] }), 'x')
    expect(finite!.mean).toBe(large!.mean)
    expect(finite!.standardError).toBeCloseTo(0.616, 4)
  })

  it('has the published means of domains, in which some clusters have nobody', () => {
    // survey/tests/domain.R: svyby(~x, ~I(x > 4), dfpc, svymean): 3.314286 (0.3117042) and 6.195000 (0.7555129)
    const [low, high] = mean(sampledWave({ ...sample, clusters: psuid }), 'x', ['above4'])
    expect(low!.mean).toBeCloseTo(3.314286, 6)
    expect(low!.standardError).toBeCloseTo(0.3117042, 7)
    // One cluster in each stratum leaves no degree of freedom.
    expect(low!.interval).toBeUndefined()
    expect(high!.mean).toBeCloseTo(6.195, 6)
    expect(high!.standardError).toBeCloseTo(0.7555129, 7)
  })
})
