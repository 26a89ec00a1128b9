import { allFigures, type ReleasePlan } from '@peo/disclosure'
import type { RequestOptions, WaveData } from '@peo/tabulation'
import { afterAll, expect, test } from 'vitest'
import { endThreads } from '../release/worker-threads.ts'
import { makeCrosstab, makeMeans } from './make-table.ts'
import { crosstab, means } from './table-worker.ts'

afterAll(endThreads)

const size = 60

/** A byte per respondent, the given ones over and over, where threads share it. */
function shared(...bytes: number[]): Uint8Array {
  const memory = new Uint8Array(new SharedArrayBuffer(size))
  memory.set(Array.from(memory, (_, respondent) => bytes[respondent % bytes.length]!))
  return memory
}

const doubles = (...numbers: number[]) => Float64Array.from(shared(...numbers))
const variable = (code: string, ...categories: string[]) => [code, { code, categories, nets: [] }] as const

const data: WaveData = {
  wave: 'w',
  size,
  variables: new Map([
    variable('space', '1', '2'),
    variable('causes', 'a', 'b'),
    variable('grade'),
    variable('hours'),
  ]),
  columns: new Map([
    ['space', { kind: 'single', codes: shared(0, 1, 1, 0, 254) }],
    ['causes', { kind: 'multiple', options: [shared(1, 0, 1, 1, 0, 0, 255), shared(0, 0, 1, 0, 1, 1, 255)] }],
    ['grade', { kind: 'levels', levels: Float64Array.of(6.5, 8), codes: shared(0, 1, 1, 254) }],
    ['hours', { kind: 'numeric', values: doubles(8, 16, 24, 32, 36), presence: shared(0, 0, 0, 0, 254, 0) }],
  ]),
  weights: doubles(1, 2),
  design: {
    clustered: true,
    strata: [{ sampled: 3, fraction: 0.1 }],
    stratumOf: [0, 0, 0],
    unitBytes: [shared(0, 1, 2)],
  },
}

const nothing = Object.fromEntries(
  ['causes|space', 'space|causes', 'grade|space', 'space|grade', 'hours|space', 'space|hours'].map(
    (family) => [family, {}],
  ),
)
const plan: ReleasePlan = {
  wave: 'w',
  minimumGroupSize: 5,
  background: [],
  questions: ['space', 'causes', 'grade', 'hours'],
  breakdowns: [],
  withheld: nothing,
  withheldWeighted: nothing,
}

const options = (weighted: boolean): RequestOptions => ({
  filter: [],
  shown: [],
  weighted,
  confidenceLevel: 0.9,
})
const counts = (weighted: boolean) => ({
  data,
  plan,
  wanted: allFigures,
  request: { ...options(weighted), rows: 'causes', columns: ['space'] },
})
const numbers = (weighted: boolean, of: string) => ({
  data,
  plan,
  request: { ...options(weighted), of, by: ['space'] },
})

test.each([false, true])('a thread makes the cross-tab of a direct call, weighted: %s', async (weighted) => {
  const made = await makeCrosstab(counts(weighted), size - 1)
  expect(made).toEqual(crosstab(counts(weighted)))
  expect(made).toMatchObject({ kind: 'crosstab', weighted, cells: { length: 4 } })
  expect(made.kind === 'crosstab' && made.cells.every(({ status }) => status === 'VALUE')).toBe(true)
})

test.each([
  ['grade', false],
  ['grade', true],
  ['hours', false],
  ['hours', true],
])('a thread makes the means of a direct call, of %s, weighted: %s', async (of, weighted) => {
  const made = await makeMeans(numbers(weighted, of), size - 1)
  expect(made).toEqual(means(numbers(weighted, of)))
  expect(made).toMatchObject({ kind: 'means', of, groups: [{ status: 'VALUE' }, { status: 'VALUE' }] })
})

test('a refusal comes back as such', async () => {
  const order = { ...counts(false), plan: { ...plan, withheld: {} } }
  expect(await makeCrosstab(order, size - 1)).toEqual(crosstab(order))
  expect(crosstab(order)).toMatchObject({ kind: 'refusal', code: 'BREAKDOWN_NOT_RELEASED' })
})

/** What cannot be sent to a thread. */
const bound = { ...plan, stay: () => {} }

test.each([
  ['two questions of several answers in a wave that is not small', 240_000, 1, false],
  ['many sampling units by many categories', 20_000, 20_000, true],
])('a costly table goes to a thread: %s', async (_, size, units, weighted) => {
  const options = Array.from({ length: 3 }, () => new Uint8Array(size))
  const categories = ['a', 'b', 'c']
  const order = {
    plan: bound,
    wanted: allFigures,
    request: { ...counts(weighted).request, rows: 'causes', columns: ['means'] },
    data: {
      ...data,
      size,
      variables: new Map(['causes', 'means'].map((code) => [code, { code, categories, nets: [] }])),
      columns: new Map(['causes', 'means'].map((code) => [code, { kind: 'multiple' as const, options }])),
      design: { ...data.design!, stratumOf: new Array<number>(units).fill(0) },
    },
  }
  await expect(makeCrosstab(order)).rejects.toThrow('could not be cloned')
})

test('only a wave of more respondents than the limit goes to a thread', async () => {
  const order = { ...counts(false), plan: bound }
  expect(await makeCrosstab(order, size)).toEqual(crosstab(counts(false)))
  await expect(makeCrosstab(order, size - 1)).rejects.toThrow('could not be cloned')
  const described = { ...numbers(false, 'grade'), plan: bound }
  expect(await makeMeans(described, size)).toEqual(means(numbers(false, 'grade')))
  await expect(makeMeans(described, size - 1)).rejects.toThrow('could not be cloned')
})

test('a quarter of a million respondents are counted here, one more on a thread', async () => {
  const order = (respondents: number) => ({
    ...counts(false),
    data: { ...data, size: respondents, columns: new Map() },
    plan: bound,
  })
  await expect(makeCrosstab(order(250_000))).resolves.toMatchObject({ kind: 'crosstab' })
  await expect(makeCrosstab(order(250_001))).rejects.toThrow('could not be cloned')
})

test('numbers that have to be sorted go to a thread from 2,001 respondents', async () => {
  const order = (respondents: number, of: string) => {
    const presence = new Uint8Array(respondents)
    const values = new Float64Array(respondents)
    const codes = presence.map((_, respondent) => respondent % 2)
    const columns = new Map([
      ['space', { kind: 'single' as const, codes }],
      ['grade', { kind: 'levels' as const, levels: Float64Array.of(6.5, 8), codes }],
      ['hours', { kind: 'numeric' as const, presence, values }],
    ])
    return { ...numbers(false, of), data: { ...data, size: respondents, columns }, plan: bound }
  }
  await expect(makeMeans(order(2000, 'hours'))).resolves.toMatchObject({ kind: 'means' })
  await expect(makeMeans(order(2001, 'hours'))).rejects.toThrow('could not be cloned')
  await expect(makeMeans(order(2001, 'grade'))).resolves.toMatchObject({ kind: 'means' })
})

test('a table that compares more than a thousand pairs of columns goes to a thread', async () => {
  const wide = (rows: number, columns: number) => {
    const codes = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)
    const variables = new Map([variable('causes', ...codes(rows)), variable('space', ...codes(columns))])
    return { ...counts(false), data: { ...data, columns: new Map(), variables }, plan: bound }
  }
  // 22 * 10 * 9 / 2 = 990; 23 rows make 1035.
  await expect(makeCrosstab(wide(22, 10))).resolves.toMatchObject({ kind: 'crosstab' })
  await expect(makeCrosstab(wide(23, 10))).rejects.toThrow('could not be cloned')
})

test('what goes wrong on a thread is the same error', async () => {
  const order = { ...counts(false), plan: { ...plan, wave: 'v' } }
  const error = new RangeError('a plan of v says nothing of w')
  await expect(makeCrosstab(order, size - 1)).rejects.toThrow(error)
  await expect(makeCrosstab(order, size)).rejects.toThrow(error)
})

test('tables of large waves that are asked for together let the event loop come round between them', async () => {
  const columns = new Map()
  const order = { ...counts(false), data: { ...data, size: 50_001, columns } }
  const done: string[] = []
  setImmediate(() => {
    done.push('first turn')
    setImmediate(() => done.push('second turn'))
  })
  await Promise.all([
    makeCrosstab(order).then(() => done.push('first table')),
    makeCrosstab(order).then(() => done.push('second table')),
  ])
  expect(done).toEqual(['first turn', 'first table', 'second turn', 'second table'])
})

test('threads that were ended start again when they are needed', async () => {
  await endThreads()
  await endThreads()
  expect(await makeCrosstab(counts(false), size - 1)).toEqual(crosstab(counts(false)))
})
