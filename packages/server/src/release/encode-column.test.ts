import { type Column, NO_ANSWER, NOT_ASKED } from '@peo/tabulation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '../import/answers.ts'
import { decodeColumn, encodeColumn } from './encode-column.ts'
import type { ReleasedVariable } from './release-codebook.ts'

const label = { nl: 'x', en: 'x' }
const askedIf = { variable: 'gate', in: ['1'] }
const codes = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,8}$/), { minLength: 1, maxLength: 250 })

function released(measurement: ReleasedVariable['measurement'], categories?: string[]): ReleasedVariable {
  const listed = categories?.map((code) => ({ code, label }))
  return { code: 'q', measurement, label, askedIf, ...(listed === undefined ? {} : { categories: listed }) }
}

/** Answers of people who were not asked, did not answer, or gave one of the answers drawn. */
function rowsOf(answer: fc.Arbitrary<string | number | readonly string[]>): fc.Arbitrary<Answers[]> {
  const row = fc.oneof(
    fc.constant({ gate: '2' }),
    fc.constant({ gate: '1' }),
    answer.map((q) => ({ gate: '1', q })),
  )
  return fc.array(row, { maxLength: 40 })
}

const missing = (answers: Answers) => (answers.gate === '1' ? NO_ANSWER : NOT_ASKED)

/** What a column says of each respondent, in the form of an answer or why there is none. */
function answersIn(column: Column, categories: readonly string[], size: number) {
  return Array.from({ length: size }, (_, row) => {
    if (column.kind === 'single') return categories[column.codes[row]!] ?? column.codes[row]
    if (column.kind === 'numeric')
      return column.presence[row] === 0 ? column.values[row] : column.presence[row]
    const marks = column.options.map((option) => option[row]!)
    return marks[0]! >= NO_ANSWER ? marks[0] : categories.filter((_, index) => marks[index] === 1)
  })
}

function expectRoundTrip(variable: ReleasedVariable, rows: readonly Answers[], offset = 0) {
  const bytes = encodeColumn(variable, rows)!
  const padded = new Uint8Array([...new Uint8Array(offset), ...bytes])
  const column = decodeColumn(variable, padded.subarray(offset), rows.length)
  const categories = (variable.categories ?? []).map(({ code }) => code)
  expect(answersIn(column, categories, rows.length)).toEqual(
    rows.map((answers) => answers.q ?? missing(answers)),
  )
}

test.each(['nominal', 'ordinal'] as const)('a %s column gives back what went in', (measurement) => {
  const drawn = codes.chain((all) => fc.tuple(fc.constant(all), rowsOf(fc.constantFrom(...all))))
  fc.assert(fc.property(drawn, ([all, rows]) => expectRoundTrip(released(measurement, all), rows)))
})

test('a column of several answers gives back what went in, and tells none named from no answer', () => {
  const drawn = codes.chain((all) => fc.tuple(fc.constant(all), rowsOf(fc.subarray(all))))
  fc.assert(fc.property(drawn, ([all, rows]) => expectRoundTrip(released('multiple', all), rows)))
})

test.each(['numeric', 'weight'] as const)('a %s column gives back what went in, wherever it lies', (kind) => {
  const rows = rowsOf(fc.double({ noNaN: true, noDefaultInfinity: true }))
  const offset = fc.nat(16)
  fc.assert(fc.property(rows, offset, (all, at) => expectRoundTrip(released(kind), all, at)))
})

test('a text has no column', () => {
  expect(encodeColumn(released('text'), [{ gate: '1', q: 'call me' }])).toBeUndefined()
})

test('the bytes of a column', () => {
  const rows = [{ gate: '1', q: 'b' }, { gate: '1' }, { gate: '2' }]
  expect(encodeColumn(released('nominal', ['a', 'b']), rows)).toEqual(Uint8Array.of(1, 254, 255))
  const several = [{ gate: '1', q: ['b'] }, { gate: '1', q: [] }, { gate: '2' }]
  expect(encodeColumn(released('multiple', ['a', 'b']), several)).toEqual(Uint8Array.of(0, 0, 255, 1, 0, 255))
  expect(encodeColumn(released('numeric'), [{ gate: '1', q: 2 }])).toEqual(
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0x40),
  )
})

test('a column that was read does not share its bytes with what it was read from', () => {
  const bytes = Uint8Array.of(0, 1)
  const column = decodeColumn(released('nominal', ['a', 'b']), bytes, 2)
  bytes[0] = 1
  expect(column).toEqual({ kind: 'single', codes: Uint8Array.of(0, 1) })
})
