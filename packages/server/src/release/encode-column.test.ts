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
    if (column.kind === 'levels') return column.levels[column.codes[row]!] ?? column.codes[row]
    if (column.kind === 'numeric')
      return column.presence[row] === 0 ? column.values[row] : column.presence[row]
    const marks = column.options.map((option) => option[row]!)
    return marks[0]! >= NO_ANSWER ? marks[0] : categories.filter((_, index) => marks[index] === 1)
  })
}

function expectRoundTrip(variable: ReleasedVariable, rows: readonly Answers[], offset = 0) {
  const { data, levels } = encodeColumn(variable, rows)!
  const padded = new Uint8Array([...new Uint8Array(offset), ...data])
  const column = decodeColumn(variable, { data: padded.subarray(offset), levels }, rows.length)
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

/** Any number but minus zero, which is kept as zero where it is one of few. */
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0)

test.each(['numeric', 'weight'] as const)('a %s column gives back what went in, wherever it lies', (kind) => {
  fc.assert(fc.property(rowsOf(numbers), fc.nat(16), (rows, at) => expectRoundTrip(released(kind), rows, at)))
})

/** Rows of so many different numbers, the largest first, and both kinds of no number. */
const differing = (count: number) => [
  ...Array.from({ length: count }, (_, index) => ({ gate: '1', q: (count - index) / 4 })),
  { gate: '1' },
  { gate: '2' },
]

test('numbers take a byte each while there are at most 250 different ones, ascending', () => {
  const few = encodeColumn(released('numeric'), [...differing(250), { gate: '1', q: 0.25 }])!
  expect(few.levels).toEqual(Array.from({ length: 250 }, (_, index) => (index + 1) / 4))
  expect(few.data).toEqual(Uint8Array.from([...Array(250).keys()].reverse().concat(254, 255, 0)))
  expectRoundTrip(released('numeric'), differing(250))
})

test('more different numbers are doubles, as all numbers of older releases are', () => {
  const many = encodeColumn(released('numeric'), differing(251))!
  expect([many.data.length, many.levels]).toEqual([253 * 9, []])
  expectRoundTrip(released('numeric'), differing(251))
  const older = encodeColumn(released('weight'), [{ gate: '1', q: 7 }, { gate: '1' }])!
  expect(decodeColumn(released('numeric'), older, 2)).toEqual({
    kind: 'numeric',
    values: Float64Array.of(7, 0),
    presence: Uint8Array.of(0, 254),
  })
})

test('weights are doubles, however few there are', () => {
  expect(encodeColumn(released('weight'), differing(1))).toMatchObject({ levels: [], data: { length: 27 } })
})

test('numbers that nobody gave are a column of no levels', () => {
  const rows = [{ gate: '1' }, { gate: '2' }]
  expect(decodeColumn(released('numeric'), encodeColumn(released('numeric'), rows)!, 2)).toEqual({
    kind: 'levels',
    levels: new Float64Array(),
    codes: Uint8Array.of(254, 255),
  })
})

test('a text has no column', () => {
  expect(encodeColumn(released('text'), [{ gate: '1', q: 'call me' }])).toBeUndefined()
})

test('the bytes of a column', () => {
  const rows = [{ gate: '1', q: 'b' }, { gate: '1' }, { gate: '2' }]
  const data = (...bytes: number[]) => ({ data: Uint8Array.from(bytes), levels: [] })
  expect(encodeColumn(released('nominal', ['a', 'b']), rows)).toEqual(data(1, 254, 255))
  const several = [{ gate: '1', q: ['b'] }, { gate: '1', q: [] }, { gate: '2' }]
  expect(encodeColumn(released('multiple', ['a', 'b']), several)).toEqual(data(0, 0, 255, 1, 0, 255))
  expect(encodeColumn(released('weight'), [{ gate: '1', q: 2 }])).toEqual(data(0, 0, 0, 0, 0, 0, 0, 0, 0x40))
})

test('a column that was read lies where its bytes lie: nothing is copied', () => {
  const memory = new SharedArrayBuffer(24)
  const data = new Uint8Array(memory)
  expect(decodeColumn(released('nominal', ['a', 'b']), { data, levels: [] }, 24)).toEqual({
    kind: 'single',
    codes: data,
  })
  const options = decodeColumn(released('multiple', ['a', 'b']), { data, levels: [] }, 12)
  expect(options).toEqual({ kind: 'multiple', options: [data.subarray(0, 12), data.subarray(12)] })
  const numbers = decodeColumn(released('weight'), { data: new Uint8Array(memory, 6), levels: [] }, 2)
  const doubles = numbers.kind === 'numeric' ? numbers.values : undefined
  expect([doubles?.buffer, doubles?.byteOffset, doubles?.length]).toEqual([memory, 8, 2])
})
