import type { CrosstabRequest, MeansRequest, WaveData } from '@peo/tabulation'
import { afterAll, expect, test } from 'vitest'
import { endThreads } from '../release/worker-threads.ts'
import { countCrosstab, countMeans } from './count-table.ts'
import { crosstab, means } from './count-worker.ts'

afterAll(endThreads)

const shared = (...bytes: number[]) => {
  const memory = new Uint8Array(new SharedArrayBuffer(bytes.length))
  memory.set(bytes)
  return memory
}

const variable = (code: string, ...categories: string[]) => [code, { code, categories, nets: [] }] as const

const data: WaveData = {
  wave: 'w',
  size: 6,
  variables: new Map([
    variable('space', '1', '2'),
    variable('causes', 'a', 'b'),
    variable('grade'),
    variable('hours'),
  ]),
  columns: new Map([
    ['space', { kind: 'single', codes: shared(0, 1, 1, 0, 254, 255) }],
    ['causes', { kind: 'multiple', options: [shared(1, 0, 1, 1, 0, 255), shared(0, 0, 1, 0, 1, 255)] }],
    ['grade', { kind: 'levels', levels: Float64Array.of(6.5, 8), codes: shared(0, 1, 1, 0, 254, 0) }],
    [
      'hours',
      {
        kind: 'numeric',
        values: Float64Array.of(8, 16, 24, 32, 36, 0),
        presence: shared(0, 0, 0, 0, 0, 254),
      },
    ],
  ]),
  weights: Float64Array.of(0.5, 1.5, 1, 1, 0.75, 1.25),
  design: {
    clustered: true,
    strata: [{ sampled: 2, fraction: 0.1 }],
    stratumOf: [0, 0],
    unitBytes: [shared(0, 1, 0, 1, 0, 1)],
  },
}

const crosstabRequest = (weighted: boolean): CrosstabRequest => ({
  rows: 'space',
  columns: ['causes'],
  filter: [],
  shown: [],
  weighted,
  confidenceLevel: 0.95,
})

const meansRequest = (of: string, weighted: boolean): MeansRequest => ({
  of,
  by: ['space'],
  filter: [],
  shown: [],
  weighted,
  confidenceLevel: 0.9,
})

test.each([
  false,
  true,
])('a thread counts a cross-tab as a direct call does, weighted: %s', async (weighted) => {
  const counting = { data, request: crosstabRequest(weighted) }
  const counted = await countCrosstab(counting, 5)
  expect(counted).toEqual(crosstab(counting))
  expect(counted.moments.respondents.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
})

test.each([
  ['grade', false],
  ['grade', true],
  ['hours', true],
])('a thread describes %s as a direct call does, weighted: %s', async (of, weighted) => {
  const counting = { data, request: meansRequest(of, weighted) }
  const described = await countMeans(counting, 5)
  expect(described).toEqual(means(counting))
  expect(described.groups[0]?.base).toBe(2)
})

test('only a wave over the limit goes to a thread, which is sent a copy of what is not shared', async () => {
  const counting = { data, request: crosstabRequest(false) }
  expect((await countCrosstab(counting, 6)).request).toBe(counting.request)
  expect((await countCrosstab(counting, 5)).request).not.toBe(counting.request)
  const asked = { data, request: meansRequest('grade', false) }
  expect((await countMeans(asked, 6)).request).toBe(asked.request)
  expect((await countMeans(asked, 5)).request).not.toBe(asked.request)
})

test('what goes wrong on a thread is the same error', async () => {
  const counting = { data, request: { ...crosstabRequest(false), rows: 'lost' } }
  await expect(countCrosstab(counting, 5)).rejects.toThrow(new RangeError('wave w has no variable lost'))
  await expect(countCrosstab(counting, 6)).rejects.toThrow(new RangeError('wave w has no variable lost'))
})

test('threads that were ended start again when they are needed', async () => {
  const counting = { data, request: crosstabRequest(false) }
  await endThreads()
  await endThreads()
  expect(await countCrosstab(counting, 5)).toEqual(crosstab(counting))
})
