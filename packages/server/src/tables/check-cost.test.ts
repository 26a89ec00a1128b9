import { expect, test } from 'vitest'
import { checkCost, checkLists, checkSides } from './check-cost.ts'

const sized = (code: string, categories: number, nets = 0) => ({
  code,
  categories: Array.from({ length: categories }, (_, index) => `${index}`),
  nets: Array.from({ length: nets }, (_, index) => ({ code: `n${index}`, categories: ['0'] })),
})

test('up to four variables stand on the sides of a table', () => {
  expect(checkSides(['a', 'b', 'c', 'd'])).toBeUndefined()
  expect(checkSides(['a', 'b', 'c', 'd', 'e'])).toEqual({
    kind: 'error',
    code: 'INVALID_INPUT',
    message:
      'A table takes up to 4 variables on its sides, not 5 (a, b, c, d, e). Leave some out, or ask for several tables.',
    details: { variables: ['a', 'b', 'c', 'd', 'e'], limit: 4 },
  })
})

test('a table of 1,048,576 places is counted, one of more is not', () => {
  expect(checkCost([sized('a', 31), sized('b', 30, 1), sized('c', 31), sized('d', 31)])).toBeUndefined()
  expect(checkCost([])).toBeUndefined()
  expect(checkCost([sized('a', 31), sized('b', 31, 1), sized('c', 31), sized('d', 31)])).toEqual({
    kind: 'error',
    code: 'TOO_COSTLY',
    message:
      'This table has 1081344 places (categories, nets and a total: a 32 × b 33 × c 32 × d 32); at most 1048576 are counted. Leave out a variable.',
    details: { cost: 1_081_344, limit: 1_048_576 },
  })
})

test('a request names no more than a table can use, and each category once', () => {
  const input = { waves: ['peo-2022'], filter: [], weighted: false, confidenceLevel: 0.95 }
  const many = (length: number) => Array.from({ length }, (_, index) => `${index}`)
  const filter = (categories: readonly string[]) => [{ variable: 'sector', categories }]
  expect(checkLists({ ...input, filter: filter(many(1000)) })).toBeUndefined()
  for (const [lists, details] of [
    [{ waves: many(101) }, { argument: 'waves', size: 101, limit: 100 }],
    [{ filter: many(21).flatMap(() => filter(['1'])) }, { argument: 'filter', size: 21, limit: 20 }],
    [{ filter: filter(many(1001)) }, { argument: 'categories', size: 1001, limit: 1000 }],
    [{ filter: filter(['1', '2', '1', '1']) }, { argument: 'filter', repeats: 2 }],
  ] as const)
    expect(checkLists({ ...input, ...lists })).toMatchObject({ code: 'INVALID_INPUT', details })
})
