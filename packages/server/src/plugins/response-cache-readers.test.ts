import fc from 'fast-check'
import { expect, test } from 'vitest'
import { echoService } from './testing/echo-service.ts'
import { listen } from './testing/listen.ts'

const reader = fc.record({
  organisations: fc.constantFrom('', 'a', 'b', 'a,b', 'b,a'),
  language: fc.constantFrom('nl', 'en'),
  role: fc.constantFrom('EVERYONE', 'RESEARCHER', 'STAFF'),
})

const document = fc.constantFrom(
  '{ table }',
  '{table}',
  '{ other: table(rows: "uren") }',
  'query A { table } query B { table(rows: "uren") }',
  'query A($rows: String, $level: Float) { table(rows: $rows, confidenceLevel: $level) }',
  '{ table viewer }',
  '{ table drafts }',
  '{ table broken }',
)

const question = fc.record(
  {
    query: document,
    operationName: fc.constantFrom(null, 'A', 'B'),
    variables: fc.record(
      {
        rows: fc.constantFrom(null, '', 'uren', 'null'),
        level: fc.constantFrom(null, '1e999', 0, '-0', 0.95),
      },
      { requiredKeys: [] },
    ),
    extensions: fc.record({ note: fc.constantFrom('x', 'y') }, { requiredKeys: [] }),
  },
  { requiredKeys: ['query'] },
)

const accept = fc.constantFrom(
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/json, application/graphql-response+json;q=0.9',
  'text/event-stream',
  'image/png',
)

interface Asked {
  readonly reader: Record<string, string>
  readonly question: Record<string, unknown>
  readonly accept: string | undefined
  readonly method: string
}

/** Few different parts, put together in every way: most pairs differ in one part alone. */
const asked = fc
  .tuple(
    fc.uniqueArray(reader, { minLength: 2, maxLength: 3 }),
    fc.uniqueArray(question, { minLength: 1, maxLength: 2 }),
    fc.uniqueArray(accept, { minLength: 1, maxLength: 2 }),
  )
  .chain(([readers, questions, accepts]) => {
    const all = readers.flatMap((reader) =>
      questions.flatMap((question) =>
        accepts.flatMap((accept) => ['GET', 'POST'].map((method) => ({ reader, question, accept, method }))),
      ),
    )
    return fc.shuffledSubarray<Asked>(all, { minLength: 2 })
  })

/** Numbers that JSON.stringify would not write, such as 1e999, stand in the body as they are. */
const toJson = (value: unknown) => JSON.stringify(value).replace(/"(1e999|-0)"/g, '$1')

function requestOf({ reader, question, accept, method }: Asked, origin = 'http://localhost'): Request {
  const headers = new Headers({ ...reader, ...(accept ? { accept } : {}) })
  const url = new URL('/graphql', origin)
  if (method === 'GET') {
    for (const [name, value] of Object.entries(question)) {
      if (value !== null) url.searchParams.set(name, typeof value === 'string' ? value : toJson(value))
    }
    return new Request(url, { headers })
  }
  const body = toJson(question)
  headers.set('content-type', 'application/json')
  headers.set('content-length', String(body.length))
  return new Request(url, { method, headers, body })
}

const told = async (response: Response) => [
  response.status,
  response.headers.get('content-type'),
  (await response.text()).replace(/^:\n\n/gm, ''),
]

test.each([
  'fetch',
  'Node.js',
])('through %s, whoever asks whatever, in whatever order and at once: the answer is what an uncached service gives', async (door) => {
  // How many fields were not resolved because the answer was known: some must be, or this proves nothing.
  let known = 0
  await fc.assert(
    fc.asyncProperty(asked, fc.scheduler(), async (requests, scheduler) => {
      const releases = async () => [{ digest: 'a' }]
      const service = echoService(() => scheduler.schedule(releases()))
      const uncached = echoService(releases, false)
      const { origin, close } = await listen(service.listener)
      const ask = async (one: Asked) =>
        told(await (door === 'fetch' ? service.fetch(requestOf(one)) : fetch(requestOf(one, origin))))
      const expected = await Promise.all(
        requests.map(async (one) => told(await uncached.fetch(requestOf(one)))),
      )
      for (const _ of ['first', 'again']) {
        const answers = Promise.all(requests.map(ask))
        await scheduler.waitFor(answers)
        expect(await answers).toEqual(expected)
      }
      close()
      known += 2 * uncached.resolved() - service.resolved()
    }),
    { numRuns: 100 },
  )
  expect(known).toBeGreaterThan(20)
})
