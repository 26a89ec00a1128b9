import { expect, test } from 'vitest'
import { formatCsv } from './csv.ts'
import { labels } from './testing/small-labels.ts'
import { contrast, crosstab, means, twoWaves } from './testing/small-tables.ts'

const lines = (...all: string[]) => all.map((line) => `${line}\r\n`).join('')

/** The ends of a figure's interval as CSV writes them; their values are the business of tabulation. */
function interval(figure: object | undefined): string {
  if (figure === undefined || !('interval' in figure)) throw new Error('no interval')
  const { low, high } = figure.interval as { low: number; high: number }
  return `${low},${high}`
}

const cellFields =
  'status,count,base,effective_base,column_percent,row_percent,total_percent,low,high,higher_than'
const statisticsFields =
  'test,test_statistic,test_df,test_denominator_df,p_value,cramers_v,table_effective_base,design_effect'
const crosstabFields = `${cellFields},${statisticsFields},comparability_note`
const meansFields =
  'status,base,effective_base,mean,standard_deviation,standard_error,lower_quartile,median,upper_quartile,low,high,comparability_note'

/** The end of a line of the first wave: a table of 25 without a test, and no note. */
const noTest = ',,,,,,25,1,'
/** The end of a line of several waves without a note. */
const noStatistics = ',,,,,,,,'

test('a cross-tab is one line per cell, with quoted labels, nets, and nothing where withheld', () => {
  const table = crosstab({ columns: ['sector'] })
  const at = (index: number) => interval(table.cells[index])
  expect(formatCsv(table, labels('en'))).toBe(
    lines(
      `space,space_label,sector,sector_label,${crosstabFields}`,
      `1,much,a,local team,VALUE,5,10,10,50,50,20,${at(0)},,${noTest}`,
      `1,much,b,"youth care, specialised",VALUE,2,8,8,25,20,8,${at(1)},,${noTest}`,
      `1,much,c,"""other""",WITHHELD,,,,,,,,,,${noTest}`,
      `1,much,d,d,WITHHELD,,,,,,,,,,${noTest}`,
      `2,some,a,local team,VALUE,3,10,10,30,60,12,${at(4)},,${noTest}`,
      `2,some,b,"youth care, specialised",VALUE,2,8,8,25,40,8,${at(5)},,${noTest}`,
      `2,some,c,"""other""",WITHHELD,,,,,,,,,,${noTest}`,
      `2,some,d,d,WITHHELD,,,,,,,,,,${noTest}`,
      `3,"little\nor none",a,local team,VALUE,2,10,10,20,20,8,${at(8)},,${noTest}`,
      `3,"little\nor none",b,"youth care, specialised",VALUE,4,8,8,50,40,16,${at(9)},,${noTest}`,
      `3,"little\nor none",c,"""other""",WITHHELD,,,,,,,,,,${noTest}`,
      `3,"little\nor none",d,d,WITHHELD,,,,,,,,,,${noTest}`,
      `net:enough,enough,a,local team,VALUE,8,10,10,80,${(8 / 15) * 100},32,${at(12)},,${noTest}`,
      `net:enough,enough,b,"youth care, specialised",VALUE,4,8,8,50,${(4 / 15) * 100},16,${at(13)},,${noTest}`,
      `net:enough,enough,c,"""other""",WITHHELD,,,,,,,,,,${noTest}`,
      `net:enough,enough,d,d,WITHHELD,,,,,,,,,,${noTest}`,
    ),
  )
})

test('a table without columns has the row variable only, with labels in Dutch', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: ['2', 'net:enough'] }] })
  expect(formatCsv(table, labels('nl'))).toBe(
    lines(
      `space,space_label,${crosstabFields}`,
      `2,wat,VALUE,5,25,25,20,100,20,${interval(table.cells[0])},,${noTest}`,
      `net:enough,voldoende,VALUE,15,25,25,60,100,60,${interval(table.cells[1])},,${noTest}`,
    ),
  )
})

test('higher_than names the columns that a percentage is significantly higher than', () => {
  const rows = formatCsv(crosstab({ columns: ['sector'] }, contrast), labels('en')).split('\r\n')
  const higher = rows.filter((line) => line.startsWith('1,')).map((line) => line.split(',').at(-10))
  expect(higher).toEqual(['b d', '', 'b d', ''])
})

test('a trend has the wave last, and empty fields for the wave that did not ask', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: ['1'] }] }, twoWaves)
  expect(formatCsv(table, labels('nl'))).toBe(
    lines(
      `space,space_label,wave,wave_label,${crosstabFields}`,
      `1,veel,peo-1,Eerste,VALUE,10,25,25,40,100,40,${interval(table.cells[0])},,${noStatistics}`,
      `1,veel,peo-2,Tweede,NOT_ASKED,,,,,,,,,,${noStatistics}`,
    ),
  )
})

test('the effective base of a weighted column is smaller than its base', () => {
  const [, line] = formatCsv(crosstab({ columns: ['sector'], weighted: true }, contrast), labels('en')).split(
    '\r\n',
  )
  // Weights of 0.5 and 1.5, ten of each: 20 ** 2 / (10 * 0.25 + 10 * 2.25).
  expect(line).toMatch(/^1,much,a,local team,VALUE,14.5,20,16,72.5,/)
})

test('the statistics of the table repeat on each line', () => {
  const table = crosstab({ columns: ['sector'] }, contrast)
  const lines = formatCsv(table, labels('en')).split('\r\n').slice(1, -1)
  expect(lines).toHaveLength(16)
  const p = table.statistics?.test?.pValue
  // Eight cells of 15 or 5 where 10 are expected: 8 * 5 ** 2 / 10, and the root of 20 / 80.
  for (const line of lines) expect(line).toMatch(new RegExp(`,PEARSON,20,3,,${p},0.5,80,1,$`))
})

test('each line carries the notes on what changed in its wave', () => {
  const request = { columns: ['sector'], shown: [{ variable: 'space', codes: ['1'] }] }
  const notes = (csv: string) => csv.split('\r\n').map((line) => line.split(',').at(-1))
  const trend = formatCsv(crosstab(request, twoWaves), labels('en'))
  const changed = 'sector: Grouped otherwise.'
  const none = ''
  const bySector = [none, changed, none, changed, none, changed, none, changed]
  expect(notes(trend)).toEqual(['comparability_note', ...bySector, ''])
  const several = formatCsv(means({ by: ['sector'] }, twoWaves), labels('nl'))
  expect(notes(several).slice(1, 3)).toEqual([none, 'sector: Anders ingedeeld. | joy: Andere vraagtekst.'])
  const [, second] = twoWaves
  const single = formatCsv(means({}, [second!]), labels('nl'))
  expect(notes(single)).toEqual(['comparability_note', 'joy: Andere vraagtekst.', ''])
})

test('means by group, with nothing where withheld', () => {
  const table = means({ by: ['sector'] })
  const [a, b] = table.groups
  if (a?.status !== 'VALUE' || b?.status !== 'VALUE') throw new Error('sectors a and b may be shown')
  expect(formatCsv(table, labels('en'))).toBe(
    lines(
      `sector,sector_label,${meansFields}`,
      `a,local team,VALUE,10,10,6.9,${a.standardDeviation},${a.standardError},,7,,${interval(a)},`,
      `b,"youth care, specialised",VALUE,8,8,6.875,${b.standardDeviation},${b.standardError},,,,${interval(b)},`,
      'c,"""other""",WITHHELD,,,,,,,,,,,',
      'd,d,WITHHELD,,,,,,,,,,,',
    ),
  )
})

test('the mean of everyone is a table without dimensions', () => {
  const [header, line, ...rest] = formatCsv(means({}), labels('nl')).split('\r\n')
  expect(header).toBe(meansFields)
  expect(line).toMatch(/^VALUE,25,25,6\.88,/)
  expect(rest).toEqual([''])
})

test('a table without figures keeps its header', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: [] }] })
  expect(formatCsv(table, labels('nl'))).toBe(lines(`space,space_label,${crosstabFields}`))
})
