import { beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let app: App
let origin: string

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
  const server = await listen(app)
  origin = server.origin
  return server.close
})

const query = '{ crosstab(waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]) { counts } }'

describe.each(['fetch', 'Node.js'])('through %s', (door) => {
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    door === 'fetch'
      ? Promise.resolve(app.fetch(`http://localhost${path}`, init))
      : fetch(`${origin}${path}`, init)

  const get = (headers: Record<string, string> = {}, text = query) =>
    send(`/graphql?query=${encodeURIComponent(text)}`, { headers })

  const post = (headers: Record<string, string> = {}) =>
    send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })

  test('a table over GET has a strong tag, of its body and media type, the first time and the second', async () => {
    const graphql = { accept: 'application/graphql-response+json' }
    const answers = [
      await get(),
      await get(),
      await get(graphql),
      await get({}, query.replace('counts', 'base')),
    ]
    const tags = answers.map(({ headers }) => headers.get('etag'))
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{43}"$/)
    expect(tags[1]).toBe(tags[0])
    expect(new Set(tags).size).toBe(3)
  })

  test.each([
    ['the tag', (tag: string) => tag],
    ['a list', (tag: string) => `"x", ${tag}`],
    ['a weak tag', (tag: string) => `W/${tag}`],
    ['anything', () => '*'],
  ])('who has %s gets no body, and the headers of the table', async (_, header) => {
    const whole = await get()
    const known = await get({ 'if-none-match': header(whole.headers.get('etag') ?? '') })
    expect([known.status, await known.text()]).toEqual([304, ''])
    const names = [
      'etag',
      'cache-control',
      'vary',
      'access-control-allow-origin',
      'access-control-expose-headers',
    ]
    const values = names.map((name) => whole.headers.get(name))
    expect(values.slice(1)).toEqual([
      'public, no-cache',
      'accept, authorization, cookie',
      '*',
      'etag, retry-after, x-request-id, deprecation, sunset, link',
    ])
    expect(names.map((name) => known.headers.get(name))).toEqual(values)
  })

  test('who has another tag gets the table', async () => {
    const tag = (await get()).headers.get('etag') ?? ''
    for (const other of ['"x"', tag.slice(1, -1), '"*"']) {
      const response = await get({ 'if-none-match': other })
      expect([response.status, await response.json()]).toEqual([200, { data: expect.anything() }])
    }
  })

  test('POST has no tag and is never answered with 304, nor are errors and what may change', async () => {
    await post()
    const again = await post({ 'if-none-match': '*' })
    expect([again.status, again.headers.get('etag')]).toEqual([200, null])
    const texts = [
      '{ nothing }',
      '{ waves { nodes { code } } }',
      '{ crosstab(waves: ["x"], rows: "y") { base } }',
    ]
    for (const text of texts) {
      for (const _ of [1, 2]) {
        const response = await get({ 'if-none-match': '*' }, text)
        expect(response.status).not.toBe(304)
        expect(response.headers.get('etag')).toBeNull()
      }
    }
  })

  test('known answers, with a body and without, are counted and timed', async () => {
    const counted = async () => {
      const text = await (await send('/metrics')).text()
      const value = (name: string) =>
        Number(
          text
            .split('\n')
            .find((line) => line.startsWith(name))
            ?.split(' ')[1],
        )
      return ['status="200"', 'status="304"']
        .map((status) => value(`peo_http_requests_total{path="/graphql",${status}}`))
        .concat(value('peo_http_request_duration_seconds_count{path="/graphql"}'))
    }
    await get({ 'if-none-match': '*' })
    const before = await counted()
    await get()
    await get({ 'if-none-match': '*' })
    const after = await counted()
    expect(after.map((count, index) => count - before[index]!)).toEqual([1, 1, 2])
  })

  test('what is known is told with the headers of the first time', async () => {
    const told = ({ status, headers }: Response) => [
      status,
      [...headers].filter(
        ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
      ),
    ]
    const text = query.replace('counts', `${door === 'fetch' ? 'one' : 'other'}: counts`)
    const first = told(await get({}, text))
    expect(told(await get({}, text))).toEqual(first)
  })
})
