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

const crosstabFields = 'status,count,base,column_percent,row_percent,total_percent,low,high,higher_than'
const meansFields = 'status,base,mean,standard_deviation,standard_error,median,low,high'

test('a cross-tab is one line per cell, with quoted labels, nets, and nothing where withheld', () => {
  const table = crosstab({ columns: ['sector'] })
  const at = (index: number) => interval(table.cells[index])
  expect(formatCsv(table, labels('en'))).toBe(
    lines(
      `space,space_label,sector,sector_label,${crosstabFields}`,
      `1,much,a,local team,VALUE,5,10,50,50,20,${at(0)},`,
      `1,much,b,"youth care, specialised",VALUE,2,8,25,20,8,${at(1)},`,
      '1,much,c,"""other""",WITHHELD,,,,,,,,',
      '1,much,d,d,WITHHELD,,,,,,,,',
      `2,some,a,local team,VALUE,3,10,30,60,12,${at(4)},`,
      `2,some,b,"youth care, specialised",VALUE,2,8,25,40,8,${at(5)},`,
      '2,some,c,"""other""",WITHHELD,,,,,,,,',
      '2,some,d,d,WITHHELD,,,,,,,,',
      `3,"little\nor none",a,local team,VALUE,2,10,20,20,8,${at(8)},`,
      `3,"little\nor none",b,"youth care, specialised",VALUE,4,8,50,40,16,${at(9)},`,
      '3,"little\nor none",c,"""other""",WITHHELD,,,,,,,,',
      '3,"little\nor none",d,d,WITHHELD,,,,,,,,',
      `net:enough,enough,a,local team,VALUE,8,10,80,${(8 / 15) * 100},32,${at(12)},`,
      `net:enough,enough,b,"youth care, specialised",VALUE,4,8,50,${(4 / 15) * 100},16,${at(13)},`,
      'net:enough,enough,c,"""other""",WITHHELD,,,,,,,,',
      'net:enough,enough,d,d,WITHHELD,,,,,,,,',
    ),
  )
})

test('a table without columns has the row variable only, with labels in Dutch', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: ['2', 'net:enough'] }] })
  expect(formatCsv(table, labels('nl'))).toBe(
    lines(
      `space,space_label,${crosstabFields}`,
      `2,wat,VALUE,5,25,20,100,20,${interval(table.cells[0])},`,
      `net:enough,voldoende,VALUE,15,25,60,100,60,${interval(table.cells[1])},`,
    ),
  )
})

test('higher_than names the columns that a percentage is significantly higher than', () => {
  const rows = formatCsv(crosstab({ columns: ['sector'] }, contrast), labels('en')).split('\r\n')
  const higher = rows.filter((line) => line.startsWith('1,')).map((line) => line.split(',').at(-1))
  expect(higher).toEqual(['b', '', '', ''])
})

test('a trend has the wave last, and empty fields for the wave that did not ask', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: ['1'] }] }, twoWaves)
  expect(formatCsv(table, labels('nl'))).toBe(
    lines(
      `space,space_label,wave,wave_label,${crosstabFields}`,
      `1,veel,peo-1,Eerste,VALUE,10,25,40,100,40,${interval(table.cells[0])},`,
      '1,veel,peo-2,Tweede,NOT_ASKED,,,,,,,,',
    ),
  )
})

test('means by group, with nothing where withheld', () => {
  const table = means({ by: ['sector'] })
  const [a, b] = table.groups
  if (a?.status !== 'VALUE' || b?.status !== 'VALUE') throw new Error('sectors a and b may be shown')
  expect(formatCsv(table, labels('en'))).toBe(
    lines(
      `sector,sector_label,${meansFields}`,
      `a,local team,VALUE,10,6.9,${a.standardDeviation},${a.standardError},7,${interval(a)}`,
      `b,"youth care, specialised",VALUE,8,6.875,${b.standardDeviation},${b.standardError},7,${interval(b)}`,
      'c,"""other""",WITHHELD,,,,,,,',
      'd,d,WITHHELD,,,,,,,',
    ),
  )
})

test('the mean of everyone is a table without dimensions', () => {
  const [header, line, ...rest] = formatCsv(means({}), labels('nl')).split('\r\n')
  expect(header).toBe(meansFields)
  expect(line).toMatch(/^VALUE,25,6\.88,/)
  expect(rest).toEqual([''])
})

test('a table without figures keeps its header', () => {
  const table = crosstab({ shown: [{ variable: 'space', codes: [] }] })
  expect(formatCsv(table, labels('nl'))).toBe(lines(`space,space_label,${crosstabFields}`))
})
