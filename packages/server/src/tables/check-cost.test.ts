import { expect, test } from 'vitest'
import { checkCost, checkSides } from './check-cost.ts'

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
