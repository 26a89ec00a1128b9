import { expect, it } from 'vitest'
import { distributionOf } from '../testing/sampled.ts'
import { quantile } from './quantile.ts'

const of = (values: readonly number[], weights: readonly number[] = values.map(() => 1)) =>
  distributionOf(values.map((value, index) => ({ value, weight: weights[index]! })))

it.each([
  ['the middle one of an odd number', [9, 1, 10, 2, 3], 3],
  ['between the middle two of an even number', [10, 1, 2, 4], 3],
  ['one of several equal', [5, 1, 5, 5, 2, 9], 5],
])('has a median: %s', (_, values, median) => {
  expect(quantile(of(values), 0.5)).toBe(median)
})

it.each([
  ['where the weight passes half', [30, 10, 20], [1, 1, 3], 20],
  ['away from the unweighted one', [1, 2, 3, 4, 5], [5, 1, 1, 1, 1], 1],
  ['averaged where the weight hits half exactly', [30, 10, 20], [2, 1, 1], 25],
  ['averaged though 0.7 + 0.1 is not 0.8 in binary', [1, 2, 5], [0.7, 0.1, 0.8], 3.5],
  ['not averaged just beyond half', [1, 2, 5], [0.1, 0.2001, 0.3], 2],
  ['not averaged just before half', [1, 2, 5], [0.1, 0.1999, 0.3], 5],
])('has a weighted median %s', (_, answers, factors, median) => {
  expect(quantile(of(answers, factors), 0.5)).toBe(median)
})

it.each([
  [0.1, 1.5],
  [0.25, 3],
  [0.3, 3.5],
  [0.75, 8],
  [0.99, 10],
  [1, 10],
])('takes any share: of 1 to 10 at %d it is %d', (p, expected) => {
  // R: quantile(1:10, p, type = 2)
  expect(quantile(of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), p)).toBe(expected)
})

it('refuses a group without respondents', () => {
  expect(() => quantile(of([]), 0.5)).toThrow(new RangeError('a group without respondents has no quantiles'))
})
