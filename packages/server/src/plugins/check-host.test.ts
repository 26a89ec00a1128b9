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

const askHost = (host: string, path: string) =>
  send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)

async function send(request: string): Promise<string> {
  const socket = connect(Number(new URL(service.origin).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(request)
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

test.each([
  'GET * HTTP/1.0\r\n\r\n',
  'GET * HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n',
  'GET ftp://a/graphql HTTP/1.0\r\n\r\n',
])('a target that is no path is refused: %j', async (request) => {
  const answer = await send(request)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).not.toMatch(/TypeError|node_modules/)
})

test.each([
  `GET http://a.example${typename} HTTP/1.0\r\n\r\n`,
  `GET http://a.example${typename} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n`,
  `GET HTTP://localhost:4000${typename} HTTP/1.1\r\nHost: localhost:4000\r\nConnection: close\r\n\r\n`,
  `GET ${typename} HTTP/1.0\r\n\r\n`,
])('a target that names the host, or a request without one, is answered: %j', async (request) => {
  expect(await send(request)).toContain('{"data":{"__typename":"Query"}}')
})
