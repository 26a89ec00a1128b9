import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let app: App
beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

interface Answer {
  readonly status: number
  readonly errors: readonly { readonly message: string; readonly extensions: object }[]
}

async function send(body: BodyInit, headers: Record<string, string>, path = '/graphql'): Promise<Answer> {
  const response = await app.fetch(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { ...headers },
  })
  const { errors } = (await response.json()) as Pick<Answer, 'errors'>
  return { status: response.status, errors }
}

const json = { 'content-type': 'application/json' }
const many = (value: unknown) => Array.from({ length: 5000 }, () => value)

test.each<[string, string, unknown]>([
  [
    'unknown fields',
    'mutation($a: WaveInput!) { closeWave(input: $a) { errors { message } } }',
    Object.fromEntries(many(1).map((one, place) => [`wave${place}`, one])),
  ],
  ['numbers', 'query($a: [String!]!) { crosstab(waves: $a, rows: "sector") { base } }', many(1)],
  [
    'objects',
    'query($a: [CategoryFilter!]) { crosstab(waves: ["peo-2022"], rows: "sector", filter: $a) @skip(if: true) { base } }',
    many({ z: 1 }),
  ],
])('of thousands of wrong %s three are told, in few words', async (_, query, a) => {
  const { errors } = await send(JSON.stringify({ query, variables: { a } }), json)
  expect(errors.map(({ extensions }) => extensions)).toEqual(
    Array.from({ length: 3 }, () => ({ code: 'INVALID_INPUT' })),
  )
  expect(Math.max(...errors.map(({ message }) => message.length))).toBeLessThanOrEqual(301)
})

test.each([
  [undefined, '{}'],
  ['{"query":"{viewer{role}}","variables":{}}', '{"0":null}'],
  ['{"query":"{viewer{role}}","variables":{}}', '{"0":[1]}'],
  ['{"query":"{viewer{role}}","variables":{}}', '{"0":[null]}'],
  ['{"query":"{viewer{role}}","variables":{}}', '{"0":{}}'],
  ['{"query":"{viewer{role}}","variables":{}}', '{"0":1}'],
  ['null', '{"0":["variables.a"]}'],
  ['1', '{"0":["variables.a"]}'],
  ['"x"', '{"0":["variables.a"]}'],
  ['1', '{}'],
  ['{"query":"{viewer{role}}","variables":{"a":[]}}', '{"0":["variables.a.length"]}'],
])('operations %s with map %s is no request', async (operations, map) => {
  const form = new FormData()
  if (operations !== undefined) form.set('operations', operations)
  form.set('map', map)
  form.set('0', new Blob(['x']), 'x')
  const { status, errors } = await send(form, { 'x-peo-client': '1' })
  expect(status).toBe(400)
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
})

test('a list with one place far out is told to be no day, and not written out', async () => {
  const query = 'query($a: Date) { auditLog(filter: { from: $a }) { nodes { at } } }'
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables: { a: [] } }))
  form.set('map', '{"0":["variables.a.4294967293"]}')
  form.set('0', new Blob(['x']), 'x')
  const { errors } = await send(form, { 'x-peo-client': '1' })
  expect(errors).toMatchObject([{ message: expect.stringContaining('is no day') }])
})

test.each([
  'subscription { waveProgress(wave: "x") @skip(if: true) { done } }',
  'subscription { ... @include(if: false) { waveProgress(wave: "x") { done } } }',
  'subscription { ...F } fragment F on Subscription { waveProgress(wave: "x") @include(if: false) { done } }',
])('a subscription to nothing is refused: %s', async (query) => {
  const { status, errors } = await send(JSON.stringify({ query }), json)
  expect(status).toBeLessThan(500)
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
})

test('one refusal leaves nothing behind in another', async () => {
  const { origin, close } = await listen(app)
  try {
    const refused = async () => {
      const headers = { ...json, authorization: 'Bearer x' }
      const body = '{"query":"{viewer{role}}"}'
      const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body })
      return [response.status, ((await response.json()) as Answer).errors.length]
    }
    expect(await refused()).toEqual([401, 1])
    expect((await fetch(`${origin}/oauth/authorize?x=%00`)).status).toBe(400)
    expect(await refused()).toEqual([401, 1])
  } finally {
    await close()
  }
})

test.each([
  300_000, 3_000_000,
])('a body of %i bytes that says no length is refused for its length, in words', async (bytes) => {
  const { origin, close } = await listen(app)
  try {
    const body = new Blob([' '.repeat(bytes)]).stream()
    const init = { method: 'POST', headers: { ...json }, body, duplex: 'half' } as RequestInit
    const response = await fetch(`${origin}/graphql`, init)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_COSTLY' } }] })
  } finally {
    await close()
  }
})

test('what is wrong with a variable is told as before', async () => {
  const query = 'query($a: String!) { wave(code: $a) { code } }'
  const { errors } = await ask(app, query)
  expect(errors).toMatchObject([{ message: expect.stringContaining('$a') }])
})

test.each([
  ['no document', {}],
  ['two operations and no name', { query: 'query A { viewer { role } } query B { viewer { role } }' }],
  ['an operation that is not there', { query: 'query A { viewer { role } }', operationName: 'B' }],
  ['variables in a list', { query: '{ viewer { role } }', variables: [] }],
])('%s is answered with a code of the contract', async (_, body) => {
  const { errors } = await send(JSON.stringify(body), json)
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'INVALID_INPUT' }])
})
