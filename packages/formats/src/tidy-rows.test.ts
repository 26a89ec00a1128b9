import { expect, test } from 'vitest'
import { measuresOf } from './measures.ts'
import { labels } from './testing/small-labels.ts'
import { crosstab, means, twoWaves } from './testing/small-tables.ts'
import { tidyFields, tidyRows } from './tidy-rows.ts'

test.each([
  ['a cross-tab', crosstab({ columns: ['sector'] })],
  ['a trend', crosstab({}, twoWaves)],
  ['means', means({ by: ['sector'] })],
  ['the mean of everyone', means({})],
])('%s has the same fields in every row, and they are its fields', (_, table) => {
  const rows = tidyRows(table, labels('nl'))
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(Object.keys(row)).toEqual(tidyFields(table))
})

test('a figure that is not there has no number of its own, the base included', () => {
  const table = crosstab({ columns: ['sector'] })
  const absent = tidyRows(table, labels('nl')).filter(({ status }) => status !== 'VALUE')
  const numbers = absent.map((row) => measuresOf(table).map(({ code }) => row[code]))
  expect(numbers).toEqual(new Array(8).fill(new Array(8).fill(null)))
})
