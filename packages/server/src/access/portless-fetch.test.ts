import { expect, test } from 'vitest'
import { portlessFetch } from './portless-fetch.ts'

const asked = { method: 'GET', path: '/', headers: { host: 'x' }, body: Buffer.alloc(0) }

test('a long answer comes whole', async () => {
  const answer = await portlessFetch((_, response) => response.end('x'.repeat(5_000_000)))(asked)
  expect([answer.status, answer.body.length]).toEqual([200, 5_000_000])
})

test('a listener that goes away without an answer is told of as a failure', async () => {
  await expect(portlessFetch((_, response) => response.destroy())(asked)).rejects.toThrow('hang up')
  const half = portlessFetch((_, response) => {
    response.write('half')
    setImmediate(() => response.destroy())
  })
  await expect(half(asked)).rejects.toThrow('aborted')
})

test('more headers than any answer may have is a failure, not silence', async () => {
  const headers = { ...asked.headers, 'x-long': 'a'.repeat(100_000) }
  await expect(portlessFetch((_, response) => response.end())({ ...asked, headers })).rejects.toThrow()
})
