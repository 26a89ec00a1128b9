import { expect, test } from 'vitest'
import { statisticsOf } from './table-statistics.ts'
import { contrast, crosstab, means, twoWaves } from './testing/small-tables.ts'

const none = {
  test: null,
  test_statistic: null,
  test_df: null,
  test_denominator_df: null,
  p_value: null,
  cramers_v: null,
  table_effective_base: null,
  design_effect: null,
}

test('an F test has both its degrees of freedom', () => {
  const table = crosstab({ columns: ['sector'], weighted: true }, contrast)
  const test = table.statistics?.test
  expect(test?.denominatorDegreesOfFreedom).toBeGreaterThan(0)
  expect(statisticsOf(table)).toEqual({
    test: 'RAO_SCOTT',
    test_statistic: test?.statistic,
    test_df: test?.degreesOfFreedom,
    test_denominator_df: test?.denominatorDegreesOfFreedom,
    p_value: test?.pValue,
    cramers_v: table.statistics?.cramersV,
    table_effective_base: 64,
    design_effect: 1.25,
  })
})

test('what is withheld or cannot be computed is null, never 0', () => {
  expect(statisticsOf(crosstab({ columns: ['sector'] }))).toEqual({
    ...none,
    table_effective_base: 25,
    design_effect: 1,
  })
  expect(statisticsOf(crosstab({}, twoWaves))).toEqual(none)
})

test('means have no statistics as a whole', () => {
  expect(statisticsOf(means({}))).toEqual({})
})
