import { expect, test } from 'vitest'
import { byteCache } from './byte-cache.ts'

const bytesOf = ({ length }: Uint8Array) => length

/** A cache, and the keys that something was made for. */
function watchedCache(maxBytes: number) {
  const cache = byteCache(maxBytes)
  const made: string[] = []
  const ask = (key: string, length: number) =>
    cache(
      key,
      async () => {
        made.push(key)
        return new Uint8Array(length)
      },
      bytesOf,
    )
  return { ask, made, cache }
}

test('what is kept is made once, and given to all who ask meanwhile', async () => {
  const { ask, made } = watchedCache(10)
  const [first, second] = await Promise.all([ask('a', 4), ask('a', 4)])
  expect(second).toBe(first)
  expect(await ask('a', 4)).toBe(first)
  expect(made).toEqual(['a'])
})

test('the one not used for longest makes room', async () => {
  const { ask, made } = watchedCache(10)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key, 5)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('what is larger than the cache is given all the same, and puts nothing out', async () => {
  const { ask, made } = watchedCache(10)
  await ask('a', 5)
  expect(await ask('large', 11)).toHaveLength(11)
  expect(await ask('large', 11)).toHaveLength(11)
  await ask('a', 5)
  expect(made).toEqual(['a', 'large', 'large'])
})

test('something empty takes a byte, so that nothing is kept without end', async () => {
  const { ask, made } = watchedCache(2)
  for (const key of ['a', 'b', 'c', 'a']) await ask(key, 0)
  expect(made).toEqual(['a', 'b', 'c', 'a'])
})

test('what fails is not kept, and fails for all who ask meanwhile', async () => {
  const { ask, cache } = watchedCache(10)
  const fail = () => Promise.reject(new Error('lost'))
  const both = await Promise.allSettled([cache('a', fail, bytesOf), ask('a', 4)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask('a', 4)).toHaveLength(4)
})
