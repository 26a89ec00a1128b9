import type { Figure, GroupValue, MeansTable } from '@peo/sdk'
import { type Counted, notes } from './notes.ts'
import { textTable } from './text-table.ts'
import { numeral, words } from './words.ts'

/** Means for people: a line per group. */
export function meansText(table: MeansTable, counted: Counted): string {
  const { language } = table
  const told = words[language]
  const number = (value: number | null, digits: number) =>
    value === null ? '–' : numeral(value, digits, language)
  const fields = (figure: Figure<GroupValue>) => {
    if (figure.status !== 'VALUE') return [told[figure.status], '', '', '', '']
    const { base, mean, interval, standardDeviation, median } = figure
    const ends = interval === null ? '–' : `${number(interval.low, 2)} – ${number(interval.high, 2)}`
    return [number(mean, 2), ends, number(standardDeviation, 2), number(median, 1), number(base, 0)]
  }
  const numbers = [told.mean, told.interval, told.deviation, told.median, told.base]
  // Not in the order of the labels: objects put numbers first.
  const sides = table.dimensions.map(({ variable }) => variable.code)
  const body = table
    .rows()
    .map((row) => [sides.map((code) => row.labels[code]).join(' · ') || told.total, ...fields(row)])
  const heads = numbers.map((head) => ({ head, isNumber: true }))
  return textTable([{ head: table.of.label }, ...heads], body) + notes(table, counted, false)
}
