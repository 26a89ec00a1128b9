import readExcelFile from 'read-excel-file/universal'
import { expect, test, vi } from 'vitest'
import { labels } from '../testing/small-labels.ts'
import { crosstab, means, twoWaves } from '../testing/small-tables.ts'
import { formatXlsx } from './format-xlsx.ts'

const source = {
  address: 'https://results.example.org/tables/crosstab.xlsx?waves=peo-1',
  releases: ['0123'],
  filter: [{ variable: 'space', categories: ['net:enough'] }],
}

type Table = Parameters<typeof formatXlsx>[0]

async function read(table: Table, language: 'nl' | 'en') {
  const bytes = await formatXlsx(table, labels(language), source)
  const sheets = await readExcelFile(bytes.buffer)
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
}

test('a cross-tab has a sheet of percentages, one of counts, one of all figures and one of notes', async () => {
  const sheets = await read(crosstab({ columns: ['sector'] }), 'nl')
  expect(Object.keys(sheets)).toEqual(['Kolompercentages', 'Aantallen', 'Alle cijfers', 'Toelichting'])
  const withheld = ['onderdrukt', 'onderdrukt']
  expect(sheets.Kolompercentages).toEqual([
    ['Ruimte', null, null, null, null],
    ['kolompercentage', null, null, null, null],
    ['Soort organisatie', 'lokaal team', 'jeugdhulp, gespecialiseerd', '"anders"', 'd'],
    ['basis (n)', 10, 8, ...withheld],
    ['veel', 50, 25, ...withheld],
    ['wat', 30, 25, ...withheld],
    ['weinig\nof geen', 20, 50, ...withheld],
    ['voldoende', 80, 50, ...withheld],
  ])
  expect(sheets.Aantallen?.slice(3)).toEqual([
    ['basis (n)', 10, 8, ...withheld],
    ['veel', 5, 2, ...withheld],
    ['wat', 3, 2, ...withheld],
    ['weinig\nof geen', 2, 4, ...withheld],
    ['voldoende', 8, 4, ...withheld],
  ])
})

test('every figure has a line: not rounded, and never empty without a word', async () => {
  const table = crosstab({ columns: ['sector'] })
  const { 'All figures': [header, ...lines] = [] } = await read(table, 'en')
  expect(header?.slice(0, 7)).toEqual([
    ...['space', 'Space', 'sector', 'Type of organisation', 'status', 'count', 'base (n)'],
  ])
  expect(lines[0]?.slice(0, 11)).toEqual([
    ...['1', 'much', 'a', 'local team', 'shown', 5, 10, 10, 50, 50, 20],
  ])
  expect(lines[13]?.[9]).toBe((4 / 15) * 100)
  expect(lines[2]).toEqual(['1', 'much', 'c', '"other"', ...new Array(9).fill('withheld'), null])
})

test('notes say what the table is of, rests on and means, and where it came from', async () => {
  const table = crosstab({ columns: ['sector'] }, twoWaves)
  const { Notes: notes } = await read(table, 'en')
  expect(notes).toEqual([
    ['question', 'Space (space)'],
    ['question', 'Type of organisation (sector)'],
    ['wave', 'First (peo-1)'],
    ['wave', 'Second (peo-2)'],
    ['only', 'Space: enough (net:enough)'],
    ['base (n)', 'withheld'],
    ['weighted', 'no'],
    ['confidence level of intervals (%)', 95],
    ['test of independence', '–'],
    ['test statistic', '–'],
    ['degrees of freedom', '–'],
    ['denominator degrees of freedom', '–'],
    ['p-value', '–'],
    ["Cramér's V", '–'],
    ['effective base', '–'],
    ['design effect', '–'],
    [
      'withheld',
      'not shown, to protect people: the group is too small, or would follow from other figures. It is not 0.',
    ],
    ['not asked', 'not asked in this wave'],
    ['–', 'cannot be computed, or only from a withheld figure'],
    ['changed since earlier waves', 'Type of organisation, Second: Grouped otherwise.'],
    ['release', '0123'],
    ['address', source.address],
  ])
})

test('a trend has a column per wave, with a word where a wave did not ask', async () => {
  const { Kolompercentages: grid } = await read(crosstab({}, twoWaves), 'nl')
  expect(grid?.slice(2, 5)).toEqual([
    ['Meting', 'Eerste', 'Tweede'],
    ['basis (n)', 25, 'niet gevraagd'],
    ['veel', 40, 'niet gevraagd'],
  ])
})

test('a table without columns has one, and one without rows has none of them', async () => {
  const total = await read(crosstab({ shown: [{ variable: 'space', codes: ['2'] }] }), 'nl')
  expect(total.Kolompercentages?.slice(2)).toEqual([
    ['basis (n)', 25],
    ['wat', 20],
  ])
  const none = await read(crosstab({ shown: [{ variable: 'space', codes: [] }] }), 'nl')
  expect(none.Kolompercentages).toEqual([['Ruimte'], ['kolompercentage']])
})

test('means have a line per group', async () => {
  const sheets = await read(means({ by: ['sector'] }), 'nl')
  expect(Object.keys(sheets)).toEqual(['Alle cijfers', 'Toelichting'])
  const [header, first, , third] = sheets['Alle cijfers'] ?? []
  expect(header?.slice(3, 6)).toEqual(['basis (n)', 'effectieve basis', 'gemiddelde'])
  expect(first?.slice(0, 6)).toEqual(['a', 'lokaal team', 'getoond', 10, 10, 6.9])
  expect(first?.[8]).toBe('–')
  expect(third?.slice(2, 6)).toEqual(['onderdrukt', 'onderdrukt', 'onderdrukt', 'onderdrukt'])
})

test('the same table is the same bytes', async () => {
  const write = (now: string) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
    return formatXlsx(crosstab({}), labels('nl'), source)
  }
  const first = await write('2026-01-01')
  const later = await write('2027-02-03').finally(() => vi.useRealTimers())
  expect(later).toEqual(first)
})
