import { expect, test } from 'vitest'
import { coarsenWeights } from './weight-levels.ts'

/** Weights as so many of each. */
const weights = (counts: Record<string, number>) =>
  Float64Array.from(
    Object.entries(counts).flatMap(([weight, count]) => Array<number>(count).fill(Number(weight))),
  )

test('a few weights, each shared by k, stay as they are at the finest, and are one at the coarsest', () => {
  const { binOf, levels } = coarsenWeights(weights({ 0.5: 5, '1.0': 5, 1.5: 5 }), 5)
  expect([...binOf]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
  expect(levels).toEqual([
    { values: [0.5, 1, 1.5], valueOf: [0, 1, 2], loss: 0 },
    // Of the variance 2.5 / 15, uniting the first two loses 0.625 / 15.
    { values: [0.75, 1.5], valueOf: [0, 0, 1], loss: 0.25 },
    { values: [1], valueOf: [0, 0, 0], loss: 1 },
  ])
})

test('a weight of fewer than k goes with the neighbour that loses least', () => {
  const { levels } = coarsenWeights(weights({ 0.5: 5, 1.1: 4, 1.2: 6 }), 5)
  expect(levels[0]).toEqual({
    values: [0.5, expect.closeTo(1.16, 12)],
    valueOf: [0, 1],
    loss: expect.closeTo(0.024 / 1.476, 9),
  })
})

test('many different weights become eight, of k each', () => {
  const many = Float64Array.from({ length: 1000 }, (_, index) => 0.5 + ((index * 7919) % 1000) / 1000)
  const { binOf, levels } = coarsenWeights(many, 5)
  expect(levels.map(({ values }) => values.length)).toEqual([8, 4, 2, 1])
  const sum = binOf.reduce((total, bin) => total + levels[0]!.values[bin]!, 0)
  expect(sum).toBeCloseTo(
    many.reduce((total, weight) => total + weight, 0),
    9,
  )
  expect(levels[0]!.loss).toBeLessThan(0.03)
})

test('respondents without weights all have weight 1', () => {
  expect(coarsenWeights(new Float64Array(6).fill(1), 5).levels).toEqual([
    { values: [1], valueOf: [0], loss: 0 },
  ])
})
