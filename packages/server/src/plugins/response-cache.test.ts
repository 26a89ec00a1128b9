import { expect, test } from 'vitest'
import { echoService } from './testing/echo-service.ts'

let digest = 'a'
const releases = async () => [{ digest }]

/** Asks twice, and gives what came of the second time. */
async function again(question: object, digests = ['a', 'a']) {
  const service = echoService(releases)
  const body = JSON.stringify(question)
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
  const ask = async (current = 'a') => {
    digest = current
    return service.fetch(new Request('http://localhost/graphql', { method: 'POST', headers, body }))
  }
  const first = await (await ask(digests[0])).text()
  const before = service.resolved()
  const text = await (await ask(digests[1])).text()
  return { first, text, resolved: service.resolved() - before }
}

test('a table is executed once, and its second answer is the first', async () => {
  const { first, text, resolved } = await again({ query: '{ table viewer }' })
  expect(resolved).toBe(0)
  expect(first).toContain('sector')
  expect(text).toBe(first)
})

test('a new release makes it anew', async () => {
  const { text, resolved } = await again({ query: '{ table }' }, ['a', 'b'])
  expect([resolved, JSON.parse(JSON.parse(text).data.table)[0]]).toEqual([1, ['b']])
})

test.each([
  ['what may change', '{ table drafts }', 2],
  ['what asks no release', '{ viewer }', 1],
  ['errors', '{ table broken }', 2],
  ['mutations', 'mutation { table }', 1],
  ['a mutation beside a query', 'query A { table } mutation B { table }', 1],
])('%s is never kept', async (_, query, resolved) => {
  const operationName = query.includes('B') ? 'B' : null
  expect((await again({ query, operationName })).resolved).toBe(resolved)
})

test('a body longer than 64 kB is executed each time', async () => {
  expect((await again({ query: `{ table } #${'x'.repeat(66_000)}` })).resolved).toBe(1)
})

test('a body of unknown length, or not of JSON, is executed each time', async () => {
  const service = echoService(releases)
  const ask = async (body: string, headers: Record<string, string>) => {
    const request = new Request('http://localhost/graphql', { method: 'POST', headers, body })
    expect(await (await service.fetch(request)).json()).toHaveProperty('data.table')
  }
  for (const _ of [1, 2]) await ask('{"query":"{ table }"}', { 'content-type': 'application/json' })
  for (const _ of [1, 2]) {
    await ask('{ table }', { 'content-type': 'application/graphql', 'content-length': '9' })
  }
  expect(service.resolved()).toBe(4)
})

test('what GET was told is not told to POST', async () => {
  const service = echoService(releases)
  const ask = async (method: string) => {
    const headers = { 'content-type': 'application/json', 'content-length': '0' }
    return (await service.fetch(new Request('http://localhost/graphql?query={table}', { method, headers })))
      .status
  }
  expect([await ask('GET'), await ask('GET'), await ask('POST')]).toEqual([200, 200, 400])
})

test('without releases those who ask for none are answered', async () => {
  const service = echoService(() => Promise.reject(new Error('no database')))
  const ask = async (query: string) =>
    (await service.fetch(new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`))).json()
  expect(await ask('{ viewer }')).toEqual({ data: { viewer: 'nl' } })
  expect(await ask('{ table }')).toMatchObject({ errors: [{ message: 'Unexpected error.' }] })
})
