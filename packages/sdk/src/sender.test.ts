import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { PeoCore } from './core.ts'
import type { DeprecationNotice, RequestNotice, RetryNotice } from './notices.ts'
import { failureOf } from './testing/failure-of.ts'
import { failure, inTurn, json, unrulyServer, well } from './testing/unruly-server.ts'

test.each([
  ['', '/graphql'],
  ['/', '/graphql'],
  ['/graphql', '/graphql'],
  ['/peo/graphql', '/peo/graphql'],
])('an address that ends in "%s" leads to %s', async (end, path) => {
  const server = await unrulyServer(well)
  await new PeoCore({ url: `${server.url}${end}` }).query('{ ok }')
  expect(server.heard.map((heard) => heard.path)).toEqual([path])
})

test('a query is asked by GET, a mutation and what is long by POST', async () => {
  const server = await unrulyServer(well)
  const peo = new PeoCore({ url: server.url })
  await peo.query('query ($a: String) { ok(a: $a) }', { a: 'é&=' })
  await peo.query('mutation { ok }')
  await peo.query(`{ ok(a: "${'x'.repeat(6000)}") }`)
  expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST'])
  const [{ asked }] = server.heard as [(typeof server.heard)[number]]
  expect(asked).toEqual({ query: 'query ($a: String) { ok(a: $a) }', variables: '{"a":"é&="}' })
})

const statuses = [408, 429, 502, 503, 504]
test.each(statuses)('status %i is tried again, with the hooks told', async (status) => {
  const server = await unrulyServer(inTurn((_, response) => response.writeHead(status).end('<html>'), well))
  const requests: RequestNotice[] = []
  const retries: RetryNotice[] = []
  const peo = new PeoCore({
    url: server.url,
    onRequest: (notice) => {
      requests.push(notice)
      notice.headers.set('traceparent', `trace-${notice.attempt}`)
    },
    onRetry: (notice) => void retries.push(notice),
  })
  expect(await peo.query('query Own { ok }')).toEqual({ ok: true })
  expect(server.heard.map(({ headers }) => headers.traceparent)).toEqual(['trace-1', 'trace-2'])
  expect(requests.map(({ operation, attempt }) => [operation, attempt])).toEqual([
    ['Own', 1],
    ['Own', 2],
  ])
  expect(retries).toEqual([{ operation: 'Own', attempt: 1, delay: expect.any(Number), status }])
})

test('a broken connection, and RATE_LIMITED whatever its status, are tried again', async () => {
  const server = await unrulyServer(
    inTurn(
      (_, response) => response.destroy(),
      (_, response) => json(response, failure('RATE_LIMITED'), 400),
      // The answer breaks off.
      (_, response) =>
        response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
      well,
    ),
  )
  expect(await new PeoCore({ url: server.url }).query('{ ok }')).toEqual({ ok: true })
  expect(server.heard).toHaveLength(4)
})

test.each([400, 401, 403, 404, 500])('status %i is not tried again', async (status) => {
  const server = await unrulyServer((_, response) => json(response, failure('INVALID_INPUT'), status))
  await expect(new PeoCore({ url: server.url }).query('{ ok }')).rejects.toHaveProperty('status', status)
  expect(server.heard).toHaveLength(1)
})

test('it gives up after so many tries, and tells what the last said', async () => {
  const server = await unrulyServer((_, response) =>
    json(response, failure('RATE_LIMITED', 'Slow down.'), 429, { 'retry-after': '0' }),
  )
  const error = await failureOf(new PeoCore({ url: server.url, retries: 2 }).query('{ ok }'))
  expect(error).toMatchObject({ code: 'RATE_LIMITED', message: 'Slow down.', retryAfter: null, status: 429 })
  expect(server.heard).toHaveLength(3)
})

test.each(['seconds', 'a date'])('Retry-After in %s is waited for', async (kind) => {
  const due = Math.ceil(Date.now() / 1000) * 1000 + 1000
  const value = kind === 'seconds' ? '1' : new Date(due).toUTCString()
  const server = await unrulyServer(
    inTurn((_, response) => response.writeHead(503, { 'retry-after': value }).end(), well),
  )
  const delays: number[] = []
  const peo = new PeoCore({ url: server.url, onRetry: ({ delay }) => void delays.push(delay) })
  const asked = Date.now()
  await peo.query('{ ok }')
  const waited = server.heard[1]!.at - server.heard[0]!.at
  const wanted = kind === 'seconds' ? 1000 : due - asked
  // Never early, but for the clocks' own grain; how late, only the plan tells on a machine that is busy.
  expect(waited).toBeGreaterThan(Math.min(delays[0]!, wanted * 0.95) - 2)
  expect(delays[0]).toBeGreaterThanOrEqual(kind === 'seconds' ? 1000 : (due - asked) * 0.5)
  expect(delays[0]).toBeLessThanOrEqual(wanted * 1.05)
})

test('a wait that is too long is left to the caller', async () => {
  const server = await unrulyServer((_, response) =>
    json(response, failure('RATE_LIMITED'), 429, { 'retry-after': '3600' }),
  )
  await expect(new PeoCore({ url: server.url }).query('{ ok }')).rejects.toHaveProperty('retryAfter', 3600)
  expect(server.heard).toHaveLength(1)
})

test('a mutation is tried again with an idempotency key alone', async () => {
  const answer = () => inTurn((_, response) => response.writeHead(503).end(), well)
  const bare = await unrulyServer(answer())
  await expect(new PeoCore({ url: bare.url }).query('mutation { ok }')).rejects.toHaveProperty('status', 503)
  expect(bare.heard).toHaveLength(1)
  const named = await unrulyServer(answer())
  const call = { idempotencyKey: 'once-1' }
  expect(await new PeoCore({ url: named.url }).query('mutation { ok }', {}, call)).toEqual({ ok: true })
  expect(named.heard.map(({ headers }) => headers['idempotency-key'])).toEqual(['once-1', 'once-1'])
})

test('a signal ends a call while it waits for its next try, and while it reads', async () => {
  const busy = await unrulyServer((_, response) => response.writeHead(503, { 'retry-after': '60' }).end())
  const end = new AbortController()
  const peo = new PeoCore({ url: busy.url, onRetry: () => end.abort(new Error('enough')) })
  await expect(peo.query('{ ok }', {}, { signal: end.signal })).rejects.toThrow('enough')
  expect(busy.heard).toHaveLength(1)
  const endless = await unrulyServer((_, response) => {
    response.writeHead(200).write('{')
    setTimeout(() => stop.abort(), 20)
  })
  const stop = new AbortController()
  const reading = new PeoCore({ url: endless.url }).query('{ ok }', {}, { signal: stop.signal })
  await expect(reading).rejects.toHaveProperty('name', 'AbortError')
  expect(endless.heard).toHaveLength(1)
})

test('the timeout covers the body, and a fetch that knows no signals', async () => {
  const endless = await unrulyServer((_, response) => void response.writeHead(200).write('{'))
  const slow = new PeoCore({ url: endless.url, timeout: 100 })
  await expect(slow.query('{ ok }')).rejects.toMatchObject({ code: 'TIMEOUT', name: 'TimeoutError' })
  const deaf = new PeoCore({ url: endless.url, timeout: 50, fetch: () => new Promise(() => {}) })
  await expect(deaf.query('{ ok }')).rejects.toHaveProperty('code', 'TIMEOUT')
})

test('what has an entity tag is asked by it, and read again without a body', async () => {
  const server = await unrulyServer(({ headers }, response) => {
    if (headers['if-none-match'] === '"1"') return void response.writeHead(304, { etag: '"1"' }).end()
    json(response, { data: { list: [1] } }, 200, { etag: '"1"' })
  })
  const peo = new PeoCore({ url: server.url })
  const first = await peo.query<{ list: number[] }>('{ list }')
  // Who changes an answer changes no later one.
  first.list.push(2)
  expect(await peo.query('{ list }')).toEqual({ list: [1] })
  expect(await peo.query('{ list }')).toEqual({ list: [1] })
  expect(server.heard.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"1"'])
  await peo.query('{ other: list }')
  expect(server.heard[3]!.headers).not.toHaveProperty('if-none-match')
})

test('deprecation is told, with since when, until when and where to read', async () => {
  const headers = {
    deprecation: '@1767225600',
    sunset: 'Thu, 31 Dec 2026 23:59:59 GMT',
    link: '</next>; rel="successor-version", <https://example.org/old>; rel="deprecation"; type="text/html"',
  }
  const server = await unrulyServer((_, response) => json(response, { data: {} }, 200, headers))
  const notices: DeprecationNotice[] = []
  await new PeoCore({ url: server.url, onDeprecation: (notice) => void notices.push(notice) }).query(
    'query Old { a }',
  )
  expect(notices).toEqual([
    {
      operation: 'Old',
      since: new Date('2026-01-01T00:00:00Z'),
      sunset: new Date('2026-12-31T23:59:59Z'),
      link: 'https://example.org/old',
    },
  ])
})

test('errors carry what was answered beside them, and print neither it, nor variables, nor tokens', async () => {
  const secret = 'geheim-woord'
  const mail = 'iemand@example.org'
  const server = await unrulyServer((_, response) =>
    json(
      response,
      {
        data: { part: mail },
        errors: [
          {
            message: `Variable "$a" got invalid value { text: "${mail}", n: 12 }; Not ${mail}, ${secret}.`,
            extensions: { code: 'BAD_USER_INPUT', about: mail, errorId: 'e-1' },
          },
        ],
      },
      200,
    ),
  )
  const peo = new PeoCore({ url: server.url, token: secret })
  const error = await failureOf(peo.query('query ($a: A) { part }', { a: { text: mail, n: 12 } }))
  expect(error).toMatchObject({
    code: 'GRAPHQL_VALIDATION_FAILED',
    data: { part: mail },
    details: { about: mail },
    requestId: 'e-1',
    remedy: expect.any(String),
  })
  expect(error.message).toContain('Variable "$a"')
  const printed = `${inspect(error, { depth: 9 })}${JSON.stringify(error)}`
  expect(printed).not.toMatch(/geheim-woord|iemand@example|n: 12/)
})

test('a token or key that no header can hold is told without it, and sends nothing', async () => {
  const server = await unrulyServer(well)
  const withToken = new PeoCore({ url: server.url, token: 'geheim\nwoord' })
  const ofToken = await failureOf(withToken.query('{ ok }'))
  const withKey = new PeoCore({ url: server.url })
  const ofKey = await failureOf(withKey.query('mutation { ok }', {}, { idempotencyKey: 'geheim\nsleutel' }))
  expect(ofToken).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('authorization') })
  expect(ofKey).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('idempotency-key') })
  expect(inspect([ofToken, ofKey], { depth: 9, showHidden: true })).not.toContain('geheim')
  expect(server.heard).toEqual([])
})

test('a timeout longer than timers can be is no timeout', async () => {
  const server = await unrulyServer(well)
  for (const timeout of [Infinity, 2 ** 31])
    expect(await new PeoCore({ url: server.url, timeout }).query('{ ok }')).toEqual({ ok: true })
})

test('an address is named without what may be secret in it', async () => {
  const peo = new PeoCore({ url: 'http://anna:geheim@127.0.0.1:9/graphql?key=sleutel', retries: 0 })
  const error = await failureOf(peo.query('{ ok }'))
  expect(error.message).toBe('http://127.0.0.1:9/graphql cannot be reached.')
  expect(inspect(error, { depth: 9 })).not.toMatch(/geheim|sleutel/)
})

test('what a failing fetch holds of the request is not kept', async () => {
  const secret = 'geheim-woord'
  const fetch = async (url: unknown, init?: RequestInit) => {
    const told = `failed ${url} ${new Headers(init?.headers).get('authorization')}`
    throw Object.assign(new TypeError(told, { cause: { init } }), { config: init })
  }
  const peo = new PeoCore({ url: 'http://127.0.0.1:9', token: secret, fetch, retries: 0 })
  const error = await failureOf(peo.query('query ($a: A) { ok }', { a: 'mijn antwoord' }))
  expect(error).toMatchObject({
    code: 'NETWORK',
    message: expect.stringContaining('http://127.0.0.1:9/graphql'),
  })
  const printed = inspect(error, { depth: 9, showHidden: true })
  expect(printed).toContain('[cause]: Error: TypeError')
  expect(printed).not.toContain(secret)
  expect(printed).not.toMatch(/mijn.antwoord/)
})

test('each code has its class; one that nobody knows is the service failing', async () => {
  const codes = [
    ...['UNKNOWN_WAVE', 'UNKNOWN_VARIABLE', 'BREAKDOWN_NOT_RELEASED', 'INVALID_INPUT', 'UNAUTHENTICATED'],
    ...['FORBIDDEN', 'TOO_COSTLY', 'RATE_LIMITED', 'GRAPHQL_VALIDATION_FAILED'],
  ]
  for (const code of [...codes, 'WHAT', 'constructor']) {
    const server = await unrulyServer((_, response) => json(response, failure(code, `No ${code}.`)))
    const error = await failureOf(new PeoCore({ url: server.url, retries: 0 }).query('{ ok }'))
    const known = codes.includes(code)
    expect(error).toMatchObject({ code: known ? code : 'INTERNAL_SERVER_ERROR', message: `No ${code}.` })
    const name = known
      ? code.toLowerCase().replace(/(?:^|_)(.)/g, (_, one) => one.toUpperCase())
      : 'InternalServer'
    expect(error.name).toBe(`${name}Error`)
    expect(error.constructor.name).toBe(error.name)
  }
})
