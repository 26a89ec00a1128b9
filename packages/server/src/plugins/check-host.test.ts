import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let service: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  service = await listen(createApp(await testDatabase('empty')))
})
afterAll(() => service.close())

async function askHost(host: string, path: string): Promise<string> {
  const socket = connect(Number(new URL(service.origin).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

const typename = '/graphql?query=%7B__typename%7D'

test.each([
  'a b',
  '[',
  '%',
  'a:99999',
  'a/healthz?',
  'a#',
  'me@a',
  'a\\b',
])('the host "%s" is refused on every route', async (host) => {
  for (const path of [typename, '/tables/crosstab.csv', '/oauth/token', '/healthz', '/nowhere']) {
    const answer = await askHost(host, path)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"INVALID_INPUT"')
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
    expect(answer).not.toMatch(/TypeError|node_modules/)
  }
})

test.each([
  'results.example.org',
  'localhost:4000',
  '[::1]:4000',
  '',
])('the host "%s" is answered', async (host) => {
  expect(await askHost(host, typename)).toContain('{"data":{"__typename":"Query"}}')
})
