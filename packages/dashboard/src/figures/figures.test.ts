import { expect, test } from 'vitest'
import { chartLines } from '../charts/chart-lines.ts'
import { chartText } from '../charts/chart-text.ts'
import { textsIn } from '../texts/texts.ts'
import { byLargest } from './by-largest.ts'
import { type Figures, joined, letterOf, lettersOf, type Mark, onlyRows } from './figures.ts'

const value = (of: number, higherThan: string[] = []): Mark => ({
  ...{ status: 'VALUE', value: of, base: 20, low: of - 5, high: of + 5 },
  higherThan,
})
const withheld: Mark = { status: 'WITHHELD' }
const notAsked: Mark = { status: 'NOT_ASKED' }
const head = (code: string) => ({ code, label: code.toUpperCase() })

const figures: Figures = {
  unit: 'percent',
  scale: [0, 100],
  rows: ['yes', 'no'].map(head),
  columns: ['a', 'b', 'c'].map(head),
  marks: [
    [value(30), withheld, notAsked],
    [value(70, ['a']), withheld, notAsked],
  ],
  notes: [],
}

test('what is withheld and what was not asked say so, each in its word, and are no number', () => {
  const texts = textsIn('NL')
  const lines = chartLines(onlyRows(figures, ['no']), texts)
  expect(lines.map(({ label, told }) => `${label}: ${told}`)).toEqual([
    'A  A: 70% · n = 20 · > A',
    'B  B: onderdrukt',
    'C  C: niet gevraagd',
  ])
  expect(chartText('T', figures, textsIn('EN'))).toBe(
    'Chart: T. Highest: NO, A 70%. Lowest: YES, A 30%. 2 withheld. The table below has every figure.',
  )
})

test('a chart of nothing that can be shown says that', () => {
  const nothing = { ...figures, rows: [head('yes')], columns: [head('a')], marks: [[withheld]] }
  expect(chartText('T', nothing, textsIn('EN'))).toContain(
    'There is no figure that can be shown. 1 withheld.',
  )
})

test('rows are chosen, ordered and joined with their figures', () => {
  expect(onlyRows(figures, ['no', 'never']).marks).toEqual([figures.marks[1]])
  expect(byLargest(figures).rows.map(({ code }) => code)).toEqual(['no', 'yes'])
  const wider = joined(figures, { ...figures, columns: [head('all')], marks: [[value(1)], [value(2)]] })
  expect(wider.columns).toHaveLength(4)
  expect(wider.marks.map((row) => row[3])).toEqual([value(1), value(2)])
})

test('columns have letters, and after Z two', () => {
  expect([0, 25, 26, 27].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB'])
  expect(lettersOf(value(70, ['b', 'c']), figures.columns)).toBe('B C')
  expect(lettersOf(withheld, figures.columns)).toBe('')
})
