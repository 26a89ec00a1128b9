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

it('counts an unknown as many times as a sum says, and begins between its bounds', () => {
  const between = {
    lower: [0, 0],
    upper: [5, 5],
    sums: [{ of: [0, 1], times: [1, 2], least: 7, most: 7 }],
    start: [3, 2],
  }
  const found = solver(between, (maximise) => [[...maximise([1, 0])], [...maximise([0, 1])]])
  expect(found).toEqual([
    [5, 1],
    [0, 3.5],
  ])
})

it('says so when no numbers fit the sums', () => {
  const none = { ...known, sums: [...known.sums, { of: [0], least: 5, most: 5 }] }
  expect(() => solver(none, (maximise) => maximise([1, 1, 1]))).toThrow(
    'a linear program of 3 unknowns and 3 sums that should have a solution ended with status 8',
  )
})
