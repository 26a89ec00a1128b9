import { expect, it } from 'vitest'
import { solver } from '../testing/plan.ts'

const known = {
  lower: [0, 0, 0],
  upper: [3, 2, 4],
  sums: [
    { of: [0, 1], least: 3, most: 3 },
    { of: [1, 2], least: 1, most: 5 },
  ],
  start: [3, 0, 1],
}

it('maximises one sum after another', () => {
  const found = solver(known, (maximise) => [
    [...maximise([0, 2, 1])],
    [...maximise([2, 0, -1])],
    [...maximise([-2, 0, 1])],
  ])
  expect(found).toEqual([
    [1, 2, 3],
    [3, 0, 1],
    [1, 2, 3],
  ])
})

it('says so when no numbers fit the sums', () => {
  const none = { ...known, sums: [...known.sums, { of: [0], least: 5, most: 5 }] }
  expect(() => solver(none, (maximise) => maximise([1, 1, 1]))).toThrow(
    'a linear program of 3 unknowns and 3 sums that should have a solution ended with status 8',
  )
})
