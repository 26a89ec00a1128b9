import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

const post = (query: string): Promise<Response> =>
  Promise.resolve(
    app.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
  )

const get = (path: string): Promise<Response> => Promise.resolve(app.fetch(`http://localhost${path}`))

test.each([
  [
    'an error beside data',
    () => post('{ crosstab(waves: ["secret"], rows: "sector") { base } }'),
    '/graphql',
    200,
    ['UNKNOWN_WAVE'],
  ],
  ['no GraphQL', () => post('{ secret'), '/graphql', 200, ['GRAPHQL_PARSE_FAILED']],
  ['a table over GET', () => get('/tables/crosstab.csv?waves=secret&rows=sector'), '/tables/', 404, []],
])('the log has %s by the id of the answer, and not what was asked', async (_, ask, path, status, codes) => {
  const lines = loggedLines('error', 'info')
  const answer = await ask()
  const requestId = answer.headers.get('x-request-id')
  expect(requestId).toMatch(/^[\w-]{36}$/)
  expect(lines()).toEqual([{ time: expect.any(String), level: 'info', requestId, path, status, codes }])
  expect(JSON.stringify(lines())).not.toContain('secret')
})

test('an unforeseen failure has one line, whose id is in the header as well', async () => {
  const lines = loggedLines('error', 'info')
  const broken = createApp({ ...(await testDatabase('empty')), prisma: {} as never })
  const query = encodeURIComponent('{ waves { nodes { code } } }')
  const answer = await broken.fetch(`http://localhost/graphql?query=${query}`)
  expect(lines().map(({ errorId }) => errorId)).toEqual([answer.headers.get('x-request-id')])
})

test.each([
  '/graphql?query={viewer{role}}',
  '/nothing',
  '/answer/secret',
  '/dashboard/nothing',
])('there is none for %s', async (path) => {
  const lines = loggedLines('error', 'info')
  expect((await get(path)).headers.get('x-request-id')).toBe(null)
  expect(lines()).toEqual([])
})

test('nor for who asked too much', async () => {
  const limited = createApp(await testDatabase('examples'), { pointsPerMinute: 1 })
  const lines = loggedLines('error', 'info')
  const ask = () => limited.fetch('http://localhost/graphql?query={viewer{role}}')
  const answers = []
  for (let times = 0; times < 200; times++) answers.push(await ask())
  const last = answers.at(-1)!
  expect([last.status, last.headers.get('x-request-id'), lines()]).toEqual([429, null, []])
})

test('what makes no URL has one before anything else sees it', async () => {
  const lines = loggedLines('error', 'info')
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write('GET /graphql HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')
  const answer = await text(socket)
  const [line] = lines()
  expect(line).toMatchObject({ path: '/graphql', status: 400, codes: ['INVALID_INPUT'] })
  expect(answer).toContain(`x-request-id: ${line!.requestId}`)
})
