import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCache, answerKey, readerName } from './answer-cache.ts'

const reader = (viewer: object, ...digests: string[]) => {
  const releases = digests.map((digest) => ({ digest }))
  return { viewer, releases: async () => releases }
}

test('the same viewer has another name when the releases are others', async () => {
  const viewer = { role: 'EVERYONE' }
  const names = [reader(viewer, 'a'), reader(viewer, 'a', 'b'), reader(viewer, 'ab'), reader(viewer, 'a')]
  const [one, two, three, again] = await Promise.all(names.map(readerName))
  expect(new Set([one, two, three]).size).toBe(3)
  expect(again).toBe(one)
})

test('no two different viewers share a name, whatever they hold', async () => {
  const viewer = fc.object({ withSet: true, withMap: true, withDate: true, withBigInt: true })
  await fc.assert(
    fc.asyncProperty(viewer, viewer, async (one, other) => {
      fc.pre(!isDeepStrictEqual(one, other))
      expect(await readerName(reader(one, 'a'))).not.toBe(await readerName(reader(other, 'a')))
    }),
  )
  await expect(readerName(reader({ may: () => true }, 'a'))).rejects.toThrow('could not be cloned')
})

test('no two different questions share a key', () => {
  const texts = fc.constantFrom('', 'a', 'b', '"', ',', '\n', 'a\n', '\\n', '","')
  const asked = fc.tuple(texts, fc.array(fc.option(texts), { minLength: 2, maxLength: 2 }), texts)
  fc.assert(
    fc.property(asked, asked, (one, other) => {
      fc.pre(!isDeepStrictEqual(one, other))
      expect(answerKey(...one)).not.toBe(answerKey(...other))
    }),
    { numRuns: 2000 },
  )
})

test('no answer takes more than its share, and all together no more than 32 MB', () => {
  const answers = answerCache<{ body: string }>()
  answers.set('large', { body: 'x'.repeat(2 ** 19) })
  expect(answers.get('large')).toBeUndefined()
  for (let number = 0; number < 100; number++) answers.set(`${number}`, { body: 'x'.repeat(2 ** 19 - 9) })
  expect([answers.size, answers.has('99'), answers.has('0')]).toEqual([32, true, false])
})
