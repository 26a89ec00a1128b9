import { expect, it } from 'vitest'
import { holmAdjusted } from './holm.ts'

it('gives the published example', () => {
  // Wikipedia, Holm-Bonferroni method: adjusted p-values 0.03, 0.06, 0.06 and 0.02.
  const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
  for (const [index, expected] of [0.03, 0.06, 0.06, 0.02].entries()) {
    expect(adjusted[index]).toBeCloseTo(expected, 15)
  }
})

it('never exceeds 1, nor what a smaller p-value became', () => {
  // R: p.adjust(c(0.5, 0.02, 0.021, 0.9), "holm")
  expect(holmAdjusted([0.5, 0.02, 0.021, 0.9])).toEqual([1, 0.08, 0.08, 1])
})

it('leaves a single p-value as it is, and none', () => {
  expect(holmAdjusted([0.2])).toEqual([0.2])
  expect(holmAdjusted([])).toEqual([])
})
