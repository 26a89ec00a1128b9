import { expect, test } from 'vitest'
import { formatJson } from './json.ts'
import { labels } from './testing/small-labels.ts'
import { crosstab, means, twoWaves } from './testing/small-tables.ts'

test('a cross-tab is an array of one object per cell', () => {
  const table = crosstab({ columns: ['sector'], shown: [{ variable: 'space', codes: ['net:enough'] }] })
  const rows: unknown = JSON.parse(formatJson(table, labels('nl')))
  const [a] = table.cells
  const row = { space: 'net:enough', space_label: 'voldoende' }
  const noNumbers = {
    status: 'WITHHELD',
    count: null,
    base: null,
    effective_base: null,
    column_percent: null,
    row_percent: null,
    total_percent: null,
    low: null,
    high: null,
    higher_than: '',
  }
  const whole = {
    test: null,
    test_statistic: null,
    test_df: null,
    test_denominator_df: null,
    p_value: null,
    cramers_v: null,
    table_effective_base: 25,
    design_effect: 1,
    comparability_note: '',
  }
  expect(rows).toEqual([
    {
      ...row,
      sector: 'a',
      sector_label: 'lokaal team',
      status: 'VALUE',
      count: 8,
      base: 10,
      effective_base: 10,
      column_percent: 80,
      row_percent: (8 / 15) * 100,
      total_percent: 32,
      low: a?.status === 'VALUE' && a.interval?.low,
      high: a?.status === 'VALUE' && a.interval?.high,
      higher_than: '',
      ...whole,
    },
    expect.objectContaining({ sector: 'b', sector_label: 'jeugdhulp, gespecialiseerd', count: 4 }),
    { ...row, sector: 'c', sector_label: '"anders"', ...noNumbers, ...whole },
    { ...row, sector: 'd', sector_label: 'd', ...noNumbers, ...whole },
  ])
})

test('a trend of means has one object per wave', () => {
  const rows: unknown = JSON.parse(formatJson(means({}, twoWaves), labels('en')))
  expect(rows).toEqual([
    expect.objectContaining({
      wave: 'peo-1',
      wave_label: 'First',
      status: 'VALUE',
      base: 25,
      mean: 6.88,
      comparability_note: '',
    }),
    expect.objectContaining({
      wave: 'peo-2',
      wave_label: 'Second',
      status: 'VALUE',
      base: 15,
      mean: 7,
      comparability_note: 'joy: Worded otherwise.',
    }),
  ])
})

test('what a wave did not ask is null, and not withheld', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: ['1'] }] }, twoWaves)
  const rows: { status: string; count: number | null }[] = JSON.parse(formatJson(table, labels('en')))
  expect(rows.map(({ status, count }) => [status, count])).toEqual([
    ['VALUE', 10],
    ['NOT_ASKED', null],
  ])
})
