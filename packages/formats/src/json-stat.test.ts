import JSONstat from 'jsonstat-toolkit'
import { expect, test } from 'vitest'
import { formatJsonStat } from './json-stat.ts'
import { labels } from './testing/small-labels.ts'
import { contrast, crosstab, means, twoWaves } from './testing/small-tables.ts'

const crosstabMeasures = [
  ...['count', 'base', 'effective_base', 'column_percent', 'row_percent', 'total_percent', 'low', 'high'],
]
const meansMeasures = [
  ...[
    'base',
    'effective_base',
    'mean',
    'standard_deviation',
    'standard_error',
    'lower_quartile',
    'median',
    'upper_quartile',
  ],
  ...['low', 'high'],
]

test('a cross-tab has its dimensions, then the measures', () => {
  const dataset = formatJsonStat(crosstab({ columns: ['sector'] }), labels('nl'))
  expect(dataset).toMatchObject({
    version: '2.0',
    class: 'dataset',
    label: 'Ruimte × Soort organisatie',
    id: ['space', 'sector', 'measure'],
    size: [4, 4, 8],
    role: { metric: ['measure'] },
  })
  expect(dataset.role).not.toHaveProperty('time')
  expect(dataset.dimension.space).toEqual({
    label: 'Ruimte',
    category: {
      index: ['1', '2', '3', 'net:enough'],
      label: { 1: 'veel', 2: 'wat', 3: 'weinig\nof geen', 'net:enough': 'voldoende' },
    },
  })
  expect(dataset.dimension.measure?.category.index).toEqual(crosstabMeasures)
})

test('values are row-major with the measures last, null where the status says why', () => {
  const table = crosstab({ columns: ['sector'], shown: [{ variable: 'space', codes: ['1', '3'] }] })
  const { value, status } = formatJsonStat(table, labels('nl'))
  const numbers = (index: number) => value.slice(index * 8, index * 8 + 6)
  const none = [null, null, null, null, null, null]
  expect(value).toHaveLength(2 * 4 * 8)
  expect([0, 1, 2, 3].map(numbers)).toEqual([[5, 10, 10, 50, 50, 20], [2, 8, 8, 25, 20, 8], none, none])
  expect([4, 5, 6, 7].map(numbers)).toEqual([[2, 10, 10, 20, 20, 8], [4, 8, 8, 50, 40, 16], none, none])
  const absent = [...Array(16).keys()].flatMap((index) => [16 + index, 48 + index])
  expect(status).toEqual(Object.fromEntries(absent.map((index) => [index, 'WITHHELD'])))
  for (const index of absent) expect(value[index]).toBeNull()
})

test('a trend has the wave as its time', () => {
  const dataset = formatJsonStat(crosstab({}, twoWaves), labels('en'))
  expect(dataset).toMatchObject({
    label: 'Space × Wave',
    id: ['space', 'wave', 'measure'],
    size: [4, 2, 8],
    role: { time: ['wave'], metric: ['measure'] },
  })
  expect(dataset.dimension.wave).toEqual({
    label: 'Wave',
    category: { index: ['peo-1', 'peo-2'], label: { 'peo-1': 'First', 'peo-2': 'Second' } },
  })
  expect(dataset.status['8']).toBe('NOT_ASKED')
  expect(dataset.status['0']).toBeUndefined()
})

test.each([
  ['nl', 'maat', 'gemiddelde', 'Werkplezier × Soort organisatie'],
  ['en', 'measure', 'mean', 'Joy at work × Type of organisation'],
] as const)('means name what they are of, in %s', (language, measure, mean, title) => {
  const dataset = formatJsonStat(means({ by: ['sector'] }), labels(language))
  expect(dataset.label).toBe(title)
  expect(dataset.dimension.measure?.label).toBe(measure)
  expect(dataset.dimension.measure?.category.label.mean).toBe(mean)
  expect(dataset.value.slice(0, 3)).toEqual([10, 10, 6.9])
})

test('every measure has a unit', () => {
  const units = (dataset: ReturnType<typeof formatJsonStat>) =>
    Object.entries(dataset.dimension.measure?.category.unit ?? {}).map(([code, { label }]) => [code, label])
  const percents = crosstabMeasures.slice(3).map((code) => [code, 'percent'])
  expect(units(formatJsonStat(crosstab({}), labels('nl')))).toEqual([
    ['count', 'respondents'],
    ['base', 'respondents'],
    ['effective_base', 'respondents'],
    ...percents,
  ])
  expect(units(formatJsonStat(means({}), labels('nl')))).toEqual([
    ['base', 'respondents'],
    ['effective_base', 'respondents'],
    ...meansMeasures.slice(2).map((code) => [code, 'answer']),
  ])
})

test('the mean of everyone has the measures as its only dimension', () => {
  const dataset = formatJsonStat(means({}), labels('nl'))
  expect(dataset).toMatchObject({ label: 'Werkplezier', id: ['measure'], size: [10], status: {} })
  expect(dataset.value.slice(0, 3)).toEqual([25, 25, 6.88])
})

test('quartiles stand around the median', () => {
  expect(formatJsonStat(means({}), labels('nl')).value.slice(5, 8)).toEqual([6, 7, 8])
})

test('a cross-tab has the statistics of the table in its extension, means have none', () => {
  const table = crosstab({ columns: ['sector'] }, contrast)
  expect(formatJsonStat(table, labels('nl')).extension?.statistics).toEqual({
    test: 'PEARSON',
    test_statistic: 20,
    test_df: 3,
    test_denominator_df: null,
    p_value: table.statistics?.test?.pValue,
    cramers_v: 0.5,
    table_effective_base: 80,
    design_effect: 1,
  })
  expect(formatJsonStat(means({}), labels('nl'))).not.toHaveProperty('extension')
})

test('the columns that a percentage is higher than stand under its index', () => {
  const table = crosstab({ columns: ['sector'], shown: [{ variable: 'space', codes: ['1', '3'] }] }, contrast)
  const { value, extension } = formatJsonStat(table, labels('nl'))
  // Eight measures a cell, the column percentage fourth: cells 1 a, 1 c, 3 b and 3 d.
  expect(extension?.higher_than).toEqual({ 3: ['b', 'd'], 19: ['b', 'd'], 43: ['a', 'c'], 59: ['a', 'c'] })
  expect([3, 19, 43, 59].map((index) => value[index])).toEqual([75, 75, 75, 75])
})

test('what changed is a note on the dimension, and on the dataset for what means are of', () => {
  const trend = formatJsonStat(means({ by: ['sector'] }, twoWaves), labels('nl'))
  expect(trend.note).toEqual(['peo-2: Andere vraagtekst.'])
  expect(trend.dimension.sector?.note).toEqual(['peo-2: Anders ingedeeld.'])
  expect(trend.dimension.wave).not.toHaveProperty('note')
  const table = formatJsonStat(crosstab({ columns: ['sector'] }, twoWaves), labels('en'))
  expect(table).not.toHaveProperty('note')
  expect(table.dimension.sector?.note).toEqual(['peo-2: Grouped otherwise.'])
  expect(table.dimension.space).not.toHaveProperty('note')
})

test('a reader of JSON-stat finds each figure by its codes', () => {
  const dataset = JSONstat(structuredClone(formatJsonStat(crosstab({ columns: ['sector'] }), labels('nl'))))
  expect(dataset.class).toBe('dataset')
  const at = (space: string, sector: string, measure: string) => dataset.Data({ space, sector, measure })
  expect(at('net:enough', 'a', 'column_percent')).toEqual({ value: 80, status: null })
  expect(at('3', 'b', 'count')).toEqual({ value: 4, status: null })
  expect(at('3', 'c', 'count')).toEqual({ value: null, status: 'WITHHELD' })
  expect(dataset.Dimension({ role: 'metric' })?.[0]?.Category('base')?.unit).toEqual({ label: 'respondents' })
})

test('a reader of JSON-stat finds notes and statistics', () => {
  const trend = JSONstat(structuredClone(formatJsonStat(means({ by: ['sector'] }, twoWaves), labels('en'))))
  expect(trend.note).toEqual(['peo-2: Worded otherwise.'])
  expect(trend.Dimension('sector')?.note).toEqual(['peo-2: Grouped otherwise.'])
  const table = JSONstat(formatJsonStat(crosstab({ columns: ['sector'] }, contrast), labels('en')))
  expect(table.extension).toMatchObject({ statistics: { test: 'PEARSON', cramers_v: 0.5 } })
})
