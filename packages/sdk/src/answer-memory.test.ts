import { expect, test } from 'vitest'
import { answerMemory } from './answer-memory.ts'

const kept = (memory: ReturnType<typeof answerMemory>, addresses: readonly string[]) =>
  addresses.filter((address) => memory.get(address))

test('the last thousand answers are kept', () => {
  const memory = answerMemory()
  for (let index = 0; index <= 1000; index++) memory.set(`${index}`, { etag: '', text: 'a' })
  expect(kept(memory, ['0', '1', '1000'])).toEqual(['1', '1000'])
})

test('together they have twenty million characters at most; the oldest go first', () => {
  const memory = answerMemory()
  const text = 'a'.repeat(8_000_000)
  for (const address of ['a', 'b', 'a', 'a', 'c']) memory.set(address, { etag: '', text })
  expect(kept(memory, ['a', 'b', 'c'])).toEqual(['a', 'c'])
  memory.set('d', { etag: '', text: 'a'.repeat(21_000_000) })
  expect(kept(memory, ['a', 'b', 'c', 'd'])).toEqual([])
  memory.set('a', { etag: '', text })
  memory.set('b', { etag: '', text })
  expect(kept(memory, ['a', 'b'])).toEqual(['a', 'b'])
})
