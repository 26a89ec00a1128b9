import { expect, expectTypeOf, test } from 'vitest'
import { type Pages, pages } from './pages.ts'

/** A list of numbers, and how often it was asked for a page. */
function numbers(total: number) {
  const asked: (string | null)[] = []
  const list = pages(async (after) => {
    asked.push(after)
    const from = Number(after ?? 0)
    const to = Math.min(from + 100, total)
    const nodes = Array.from({ length: to - from }, (_, index) => from + index)
    return { nodes, pageInfo: { hasNextPage: to < total, endCursor: String(to) } }
  })
  return { list, asked }
}

test('950 items in pages of 100 are ten requests', async () => {
  const { list, asked } = numbers(950)
  expect(asked).toHaveLength(0)
  const all: number[] = []
  for await (const item of list) all.push(item)
  expect(all).toEqual([...Array(950).keys()])
  expect(asked).toHaveLength(10)
})

test('break stops asking', async () => {
  const { list, asked } = numbers(950)
  for await (const item of list) if (item === 150) break
  expect(asked).toEqual([null, '100'])
})

test('a cursor that came before throws, and so does a next page without one', async () => {
  const cursors = ['a', 'b', 'a']
  const endless = pages(async () => ({
    nodes: [1],
    pageInfo: { hasNextPage: true, endCursor: cursors.shift()! },
  }))
  const got: number[] = []
  const read = async () => {
    for await (const item of endless) got.push(item)
  }
  await expect(read()).rejects.toMatchObject({
    code: 'REPEATED_CURSOR',
    message: expect.stringContaining('a'),
  })
  expect(got).toEqual([1, 1, 1])
  const lost = pages(async () => ({ nodes: [1], pageInfo: { hasNextPage: true, endCursor: null } }))
  await expect(lost.toArray({ limit: 5 })).rejects.toHaveProperty('code', 'REPEATED_CURSOR')
})

test('toArray reads no more than its limit needs, and has none without one', async () => {
  const { list, asked } = numbers(950)
  expect(await list.toArray({ limit: 200 })).toHaveLength(200)
  expect(asked).toHaveLength(2)
  expect(await list.toArray({ limit: 0 })).toEqual([])
  expect(asked).toHaveLength(2)
  expectTypeOf<Pages<number>['toArray']>().parameters.toEqualTypeOf<[{ readonly limit: number }]>()
  // @ts-expect-error a limit is needed
  await expect(list.toArray()).rejects.toThrow('limit')
  // @ts-expect-error a limit is needed
  await expect(list.toArray({})).rejects.toThrow('limit')
  await expect(list.toArray({ limit: Number.POSITIVE_INFINITY })).rejects.toThrow(RangeError)
})
