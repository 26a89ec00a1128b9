import { describe, expect, it } from 'vitest'
import { compareTwo } from './statistics/compare-columns.ts'
import { kornGraubard } from './statistics/korn-graubard.ts'
import { proportionOf, proportionVariance } from './statistics/proportion-variance.ts'
import { quantile } from './statistics/quantile.ts'
import { firstOrderRaoScott, raoScottTest } from './statistics/rao-scott.ts'
import { degreesOfFreedom, sumOf, unitSumsAt } from './statistics/unit-sums.ts'
import { tabulate } from './tabulate.ts'
import { describeGroups, tabulateMeans } from './tabulate-means.ts'
import figures from './testing/r/generated/survey-figures.json' with { type: 'json' }
import { distributionOf } from './testing/sampled.ts'
import { sampledWave } from './testing/sampled-wave.ts'

const close = 1e-8
const everyone = 3
const options = { filter: [], shown: [], weighted: true, confidenceLevel: figures.level } as const

/** Within rounding of what R says; of a figure that is 0 but for rounding, as near to 0. */
function expectClose(actual: number, expected: number) {
  const scale = Math.max(Math.abs(expected), 1e-8)
  expect(Math.abs(actual - expected) / scale, `${actual} for ${expected}`).toBeLessThan(close)
}

describe.each(figures.samples.map((sample, index) => ({ index, sample })))('sample $index of R survey', ({
  sample,
}) => {
  const { strata, clusters, population, weights, rows, columns, values } = sample
  const data = sampledWave({
    categories: { rows, columns },
    numbers: { values },
    weights,
    ...(strata && { strata }),
    ...(clusters && { clusters }),
    ...(population && { population }),
  })
  const table = tabulate(data, { ...options, rows: 'rows', columns: ['columns'] })
  const { design } = table
  const share = (row: number, column: number) => ({
    part: unitSumsAt(table, [row, column]),
    all: unitSumsAt(table, [everyone, column]),
  })
  const cells = [0, 1, 2].map((row) => [0, 1, 2].map((column) => unitSumsAt(table, [row, column])))

  it('has its proportions, standard errors and Korn-Graubard intervals', () => {
    for (const { column, df, rows } of sample.proportions) {
      for (const { row, p, se, interval } of rows) {
        const part = share(row, column)
        const estimate = {
          proportion: proportionOf(part),
          variance: proportionVariance(part, design),
          n: sumOf(part.all.respondents),
          df: degreesOfFreedom(design, part.all.respondents),
        }
        expect(estimate.df).toBe(df)
        expectClose(estimate.proportion, p)
        expectClose(Math.sqrt(estimate.variance), se)
        if (interval === null) continue
        const { low, high } = kornGraubard(estimate, figures.level)!
        expectClose(low, interval[0]!)
        expectClose(high, interval[1]!)
      }
    }
  })

  it('has its means, standard deviations, standard errors, intervals and quantiles', () => {
    const groups = describeGroups(tabulateMeans(data, { ...options, of: 'values', by: ['columns'] }))
    const [all] = describeGroups(tabulateMeans(data, { ...options, of: 'values', by: [] }))
    for (const [index, expected] of sample.means.entries()) {
      const group = index === 0 ? all! : groups[index - 1]!
      expect(group.base).toBe(expected.n)
      expectClose(group.mean, expected.mean)
      expectClose(group.standardDeviation!, expected.sd)
      expectClose(group.standardError!, expected.se)
      expectClose(group.interval!.low, expected.interval[0]!)
      expectClose(group.interval!.high, expected.interval[1]!)
      const answers = distributionOf(
        values.flatMap((value, respondent) =>
          value !== null && (index === 0 || columns[respondent] === index - 1)
            ? [{ value, weight: weights[respondent]! }]
            : [],
        ),
      )
      const quartiles = new Map([
        [0.25, group.lowerQuartile],
        [0.5, group.median],
        [0.75, group.upperQuartile],
      ])
      for (const [at, value] of expected.quantiles.entries()) {
        const p = figures.quantiles[at]!
        if (value !== null) expect([quantile(answers, p), quartiles.get(p) ?? value]).toEqual([value, value])
      }
    }
  })

  it('has its Rao-Scott tests', () => {
    const expected = sample.independence
    const second = raoScottTest({ cells, design })
    const first = firstOrderRaoScott({ cells, design })
    if (expected === null) {
      expect([first, second]).toEqual([undefined, undefined])
      return
    }
    expectClose(second!.statistic, expected.f)
    expectClose(second!.degreesOfFreedom, expected.df[0]!)
    expectClose(second!.denominatorDegreesOfFreedom!, expected.df[1]!)
    expectClose(second!.pValue, expected.p)
    expectClose(first!.statistic, expected.chiSquare)
    expectClose(first!.pValue, expected.firstOrderP)
  })

  it('has its tests between columns', () => {
    for (const { row, columns, difference, t, df, p } of sample.differences) {
      const [a, b] = columns.map((column) => share(row, column))
      const test = compareTwo(a!, b!, { ...options, design })
      expect(test.df).toBe(df)
      expectClose(test.difference, difference)
      expectClose(test.difference / test.standardError, t)
      expectClose(test.pValue, p)
    }
  })
})
