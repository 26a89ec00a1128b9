import { expect, test } from 'vitest'
import { doneOf, empty, isEmpty, sharedQueue, takeFrom } from './shared-queue.ts'

test('who takes from a queue gets what others left, and an item is done when the next is asked for', () => {
  const queue = sharedQueue(['a', 'b', 'c'])
  const [one, other] = [takeFrom(queue), takeFrom({ ...queue })]
  expect([one.next().value, other.next().value, doneOf(queue)]).toEqual(['a', 'b', 0])
  expect([other.next().value, doneOf(queue), isEmpty(queue)]).toEqual(['c', 1, true])
  expect([one.next().done, other.next().done, doneOf(queue)]).toEqual([true, true, 3])
})

test('nothing can be taken from a queue that was emptied', () => {
  const queue = sharedQueue(['a', 'b'])
  empty(queue)
  expect([...takeFrom(queue), doneOf(queue)]).toEqual([0])
})
