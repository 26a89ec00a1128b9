import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { PeoCore } from './core.ts'
import { type Answerer, failure, json, unrulyServer, well } from './testing/unruly-server.ts'

/** A service that knows one token at a time, and gives the next to who asks. */
async function guarded(expiresIn = 300) {
  let given = 0
  const server = await unrulyServer((heard, response) => {
    if (heard.path === '/oauth/token') {
      given += 1
      // Late enough that everyone who was refused waits for it.
      setTimeout(() => json(response, { access_token: `token-${given}`, expires_in: expiresIn }), 100)
      return
    }
    if (heard.headers.authorization === `Bearer token-${given}`) well(heard, response)
    else json(response, failure('UNAUTHENTICATED'), 401)
  })
  const asked = () => server.heard.filter(({ path }) => path === '/oauth/token')
  const revoke = () => {
    given += 0.5
  }
  return { ...server, asked, revoke }
}

const credentials = { clientId: 'een tool', clientSecret: 'a:b+c/é %' }

test('a token is asked with the credentials encoded as in a form, once for many calls, and sent', async () => {
  const server = await guarded()
  const peo = new PeoCore({ url: server.url, ...credentials })
  await Promise.all(Array.from({ length: 5 }, () => peo.query('{ ok }')))
  expect(server.asked()).toHaveLength(1)
  const [{ headers, asked }] = server.asked() as [(typeof server.heard)[number]]
  expect(asked).toEqual({ grant_type: 'client_credentials' })
  const basic = Buffer.from('een+tool:a%3Ab%2Bc%2F%C3%A9+%25').toString('base64')
  expect(headers.authorization).toBe(`Basic ${basic}`)
  expect(server.heard.filter(({ path }) => path === '/graphql')).toHaveLength(5)
})

test('ten refusals at once cause one renewal, and each call is sent once more', async () => {
  const server = await guarded()
  const peo = new PeoCore({ url: server.url, ...credentials })
  await peo.query('{ ok }')
  server.revoke()
  const before = server.heard.length
  const answers = await Promise.all(Array.from({ length: 10 }, () => peo.query('{ ok }')))
  expect(answers).toEqual(Array(10).fill({ ok: true }))
  const after = server.heard.slice(before)
  expect(after.filter(({ path }) => path === '/oauth/token')).toHaveLength(1)
  expect(after.filter(({ path }) => path === '/graphql')).toHaveLength(20)
})

test('a call is sent once more and no oftener, whatever is refused', async () => {
  const server = await unrulyServer(({ path }, response) =>
    path === '/oauth/token'
      ? json(response, { access_token: `t${Math.random()}`, expires_in: 300 })
      : json(response, failure('UNAUTHENTICATED', 'Bad.'), 401),
  )
  const error = await new PeoCore({ url: server.url, ...credentials }).query('{ ok }').catch((e) => e)
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', status: 401, name: 'UnauthenticatedError' })
  expect(server.heard.map(({ path }) => path)).toEqual([
    '/oauth/token',
    '/graphql',
    '/oauth/token',
    '/graphql',
  ])
})

test('a refusal with status 200 counts as one', async () => {
  let refuse = true
  const server = await unrulyServer((heard, response) => {
    if (heard.path !== '/graphql') return json(response, { access_token: 'ab', expires_in: 300 })
    if (!refuse) return well(heard, response)
    refuse = false
    json(response, { data: null, ...failure('UNAUTHENTICATED') })
  })
  let turn = 0
  const token = async () => `token ${++turn}`
  expect(await new PeoCore({ url: server.url, token }).query('{ ok }')).toEqual({ ok: true })
  expect(server.heard.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token 1',
    'Bearer token 2',
  ])
})

test('a token is renewed ahead of its end', async () => {
  // Of a token that holds a second, the last tenth is not used.
  const server = await guarded(1)
  const peo = new PeoCore({ url: server.url, ...credentials })
  await peo.query('{ ok }')
  await peo.query('{ ok }')
  expect(server.asked()).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 950))
  await peo.query('{ ok }')
  expect(server.asked()).toHaveLength(2)
  // Nothing was refused on the way.
  expect(server.heard.filter(({ path }) => path === '/graphql')).toHaveLength(3)
})

test('a token given as text is sent, and not again when refused; one from a function is asked anew', async () => {
  const refusing: Answerer = (_, response) => json(response, failure('UNAUTHENTICATED'), 401)
  const server = await unrulyServer(refusing)
  await expect(new PeoCore({ url: server.url, token: 'fixed' }).query('{ ok }')).rejects.toHaveProperty(
    'status',
    401,
  )
  expect(server.heard).toHaveLength(1)
  let asked = 0
  const token = () => `made ${++asked}`
  await expect(new PeoCore({ url: server.url, token }).query('{ ok }')).rejects.toHaveProperty('status', 401)
  expect(server.heard.slice(1).map(({ headers }) => headers.authorization)).toEqual([
    'Bearer made 1',
    'Bearer made 2',
  ])
})

test('without credentials none are sent; with half of them there is no client', async () => {
  const server = await unrulyServer(well)
  await new PeoCore({ url: server.url }).query('{ ok }')
  expect(server.heard[0]!.headers).not.toHaveProperty('authorization')
  expect(() => new PeoCore({ url: server.url, clientId: 'a' })).toThrow('clientSecret')
})

test('who waits for a token may give up, and the others get it', async () => {
  const server = await guarded()
  const peo = new PeoCore({ url: server.url, ...credentials })
  const end = new AbortController()
  const first = peo.query('{ ok }', {}, { signal: end.signal })
  const second = peo.query('{ ok }')
  end.abort()
  await expect(first).rejects.toHaveProperty('name', 'AbortError')
  expect(await second).toEqual({ ok: true })
})

test('a mutation that was done in part is not sent again for what was refused of it', async () => {
  const server = await unrulyServer((_, response) =>
    json(response, { ...failure('UNAUTHENTICATED'), data: { done: true, hidden: null } }),
  )
  const peo = new PeoCore({ url: server.url, token: () => `made ${Math.random()}` })
  await expect(peo.query('mutation { done hidden }')).rejects.toHaveProperty('code', 'UNAUTHENTICATED')
  expect(server.heard).toHaveLength(1)
})

test('who asks for tokens too often is told so, and for how long', async () => {
  const server = await unrulyServer((_, response) =>
    json(response, failure('RATE_LIMITED', 'Too many.', { retryAfter: 60 }), 429, { 'retry-after': '60' }),
  )
  const error = await new PeoCore({ url: server.url, ...credentials, retries: 0 })
    .query('{ ok }')
    .catch((e) => e)
  expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, retryAfter: 60 })
})

test('a refused secret is told without it', async () => {
  const server = await unrulyServer((_, response) =>
    json(response, { error: 'invalid_client', error_description: `no ${credentials.clientSecret}` }, 401, {
      'x-request-id': 'r-1',
    }),
  )
  const peo = new PeoCore({ url: server.url, ...credentials })
  const error = await peo.query('{ ok }').catch((e) => e)
  expect(error).toMatchObject({
    ...{ code: 'UNAUTHENTICATED', requestId: 'r-1' },
    message: expect.stringContaining('gives no token: invalid_client: no …'),
  })
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(credentials.clientSecret)
  expect(inspect(peo, { depth: 9, showHidden: true })).not.toContain(credentials.clientSecret)
  expect(server.heard).toHaveLength(1)
})

test('a call that was ended before it began asks for no token', async () => {
  let asked = 0
  const token = async () => `${++asked}`
  const peo = new PeoCore({ url: 'http://127.0.0.1:9', token })
  const call = peo.query('{ ok }', {}, { signal: AbortSignal.abort(new Error('enough')) })
  await expect(call).rejects.toThrow('enough')
  expect(asked).toBe(0)
})

test.each([
  [503, 'NETWORK'],
  [500, 'NETWORK'],
  [404, 'NETWORK'],
  [429, 'RATE_LIMITED', 7],
  [400, 'UNAUTHENTICATED'],
])('status %i of the token endpoint is %s, whatever error it names', async (status: number, code: string, retryAfter?: number) => {
  const server = await unrulyServer((_, response) =>
    json(response, { error: 'slow_down' }, status, { 'retry-after': '7' }),
  )
  const call = new PeoCore({ url: server.url, ...credentials, retries: 0 }).query('{ ok }')
  await expect(call).rejects.toMatchObject({ code, status, ...(retryAfter && { retryAfter }) })
})

test('a token that was refused and replaced is not told either', async () => {
  const server = await unrulyServer((_, response) =>
    json(response, failure('UNAUTHENTICATED', 'No first-one, no second-one.'), 401),
  )
  const tokens = ['first-one', 'second-one']
  const peo = new PeoCore({ url: server.url, token: () => tokens.shift()! })
  const error = await peo.query('{ ok }').catch((e) => e)
  expect(error).toMatchObject({ message: 'No …, no ….', explanation: 'No …, no ….' })
})

test('a token read with its line break is sent, and told, without it', async () => {
  const server = await unrulyServer(({ headers }, response) =>
    json(response, failure('FORBIDDEN', `Bad ${headers.authorization}.`), 403),
  )
  const error = await new PeoCore({ url: server.url, token: 'geheim-1\n' }).query('{ ok }').catch((e) => e)
  expect(error).toMatchObject({ message: 'Bad Bearer ….', explanation: 'Bad Bearer ….' })
})

test('a mutation refused within is sent again only where it may be done twice', async () => {
  const refusal = { data: null, errors: [{ ...failure('UNAUTHENTICATED').errors[0], path: ['a', 'b'] }] }
  const server = await unrulyServer((_, response) => json(response, refusal))
  const peo = new PeoCore({ url: server.url, token: () => `made ${server.heard.length}` })
  const times = async (document: string, idempotencyKey?: string) => {
    const before = server.heard.length
    await peo.query(document, {}, idempotencyKey ? { idempotencyKey } : {}).catch(() => {})
    return server.heard.length - before
  }
  expect([await times('mutation { a { b } }'), await times('mutation { a { b } }', 'k')]).toEqual([1, 2])
  expect(await times('{ a { b } }')).toBe(2)
})

test('when nobody waits for a token any more, it is asked no longer', async () => {
  const ends: AbortSignal[] = []
  const fetch = (_: unknown, init?: RequestInit) => {
    ends.push(init!.signal!)
    return new Promise<Response>(() => {})
  }
  const peo = new PeoCore({ url: 'http://localhost', ...credentials, fetch })
  const [first, second] = [new AbortController(), new AbortController()]
  const calls = [first, second].map(({ signal }) => peo.query('{ ok }', {}, { signal }).catch((e) => e.name))
  first.abort()
  expect(await calls[0]).toBe('AbortError')
  expect(ends.map(({ aborted }) => aborted)).toEqual([false])
  second.abort()
  expect(await calls[1]).toBe('AbortError')
  // The signal comes by way of a promise or two.
  await new Promise((resolve) => setImmediate(resolve))
  expect(ends.map(({ aborted }) => aborted)).toEqual([true])
})

test('nor is it waited for its next try, which would keep the program running', async () => {
  const waiting = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const end = new AbortController()
  const before = waiting()
  const fetch = async () => new Response('{}', { status: 503, headers: { 'retry-after': '60' } })
  const onRetry = () => setImmediate(() => end.abort())
  const peo = new PeoCore({ url: 'http://localhost', ...credentials, fetch, onRetry })
  await expect(peo.query('{ ok }', {}, { signal: end.signal })).rejects.toHaveProperty('name', 'AbortError')
  await new Promise((resolve) => setImmediate(resolve))
  expect(waiting()).toBe(before)
})

test('a token function that never answers is asked anew once nobody waits for it', async () => {
  const server = await unrulyServer(well)
  let asked = 0
  const token = () => (++asked === 1 ? new Promise<string>(() => {}) : 'second')
  const peo = new PeoCore({ url: server.url, token })
  const end = new AbortController()
  const first = peo.query('{ ok }', {}, { signal: end.signal })
  end.abort()
  await expect(first).rejects.toHaveProperty('name', 'AbortError')
  const next = peo.query('{ ok }')
  expect(asked).toBe(2)
  expect(await next).toEqual({ ok: true })
})
