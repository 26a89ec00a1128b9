import { expect, test } from 'vitest'
import { PeoCore } from './core.ts'
import { failure, json, unrulyServer } from './testing/unruly-server.ts'

test.each([
  [30, 30_000],
  [200, undefined],
  ['soon', 250],
])('RATE_LIMITED with status 200 and retryAfter %j waits for %j ms', async (retryAfter, wait) => {
  const server = await unrulyServer((_, response) =>
    json(response, { data: null, ...failure('RATE_LIMITED', 'No.', { retryAfter }) }),
  )
  const delays: number[] = []
  const end = new AbortController()
  const onRetry = ({ delay }: { delay: number }) => {
    delays.push(delay)
    end.abort()
  }
  const call = new PeoCore({ url: server.url, onRetry }).query('{ ok }', {}, { signal: end.signal })
  await expect(call).rejects.toBeDefined()
  const plan = delays.map((delay) => (retryAfter === 30 ? delay >= 30_000 && delay <= 31_000 : delay <= 250))
  expect(plan).toEqual(wait === undefined ? [] : [true])
})
