import { expect, it } from 'vitest'
import { designEffect, effectiveBase } from './effective-base.ts'

// The stratified sample of Californian schools in R's survey package (data(api), apistrat).
const strata = [
  { schools: 100, weight: 44.21 },
  { schools: 50, weight: 20.36 },
  { schools: 50, weight: 15.1 },
]
const weights = strata.reduce((sum, { schools, weight }) => sum + schools * weight, 0)
const squares = strata.reduce((sum, { schools, weight }) => sum + schools * weight ** 2, 0)

it('is smaller than the base where weights differ', () => {
  expect(effectiveBase(weights, squares)).toBeCloseTo(168.58, 2)
  expect(designEffect(200, weights, squares)).toBeCloseTo(1.18637, 5)
})

it('is the base where weights are equal, whatever they are', () => {
  expect(effectiveBase(200 * 3, 200 * 9)).toBe(200)
  expect(designEffect(200, 200 * 3, 200 * 9)).toBe(1)
})

it('is one where one weight outdoes all others', () => {
  expect(effectiveBase(1e9 + 10, 1e18 + 10)).toBeCloseTo(1, 6)
})

it('is 0 without respondents', () => {
  expect(effectiveBase(0, 0)).toBe(0)
})
