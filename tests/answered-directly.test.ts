import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../packages/server/src/app.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

const server = createServer(createApp(await testDatabase('examples')))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

/** Asks by POST; a body of unknown length goes all of Yoga's way, any other may be answered before it. */
function ask(body: string, length: 'known' | 'unknown', accept: string | undefined): Promise<object> {
  const headers = {
    'content-type': 'application/json',
    ...(accept === undefined ? {} : { accept }),
    ...(length === 'known'
      ? { 'content-length': Buffer.byteLength(body) }
      : { 'transfer-encoding': 'chunked' }),
  }
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/graphql', headers })
    request.once('error', reject)
    request.once('response', async (response) => {
      const { date, ...rest } = response.headers
      // Random; that there is one tells of an error alone.
      if (rest['x-request-id']) rest['x-request-id'] = 'an id'
      const chunks = await response.toArray()
      resolve({ status: response.statusCode, headers: rest, body: Buffer.concat(chunks).toString() })
    })
    request.end(body)
  })
}

let asked = 0
const level = () => 0.6 + ++asked / 1e5
const means = 'means(waves: ["peo-2022"], of: "werkplezier", confidenceLevel: $level) { groups { mean } }'
const two = () => `query A { __typename } query B { __typename number${++asked}: __typename }`
const own = () => `{ __typename number${++asked}: __typename }`

/** Questions never asked before, of every kind that the short way may meet. */
const questions: (() => object)[] = [
  () => ({
    query: `{ crosstab(waves: ["peo-2022"], rows: "sector", confidenceLevel: ${level()}) { base csv } }`,
  }),
  () => ({ query: `query ($level: Float) { ${means} }`, variables: { level: level() } }),
  () => ({ query: `query ($level: Float!) { ${means} }`, variables: { level: `${level()}` } }),
  () => ({ query: `{ crosstab(waves: ["none"], rows: "sector", confidenceLevel: ${level()}) { base } }` }),
  () => ({
    query: `{ crosstab(waves: ["peo-2022"], rows: "sector", confidenceLevel: ${level()}) { colour } }`,
  }),
  () => ({ query: `{ number${++asked}: waves(first: 2) { nodes { code } } }` }),
  () => ({ query: `{ number${++asked}: viewer { role } }` }),
  () => ({ query: `mutation { number${++asked} }` }),
  () => ({ query: `subscription { number${++asked} }` }),
  () => ({ query: '{ crosstab(waves: ' }),
  () => ({ query: two(), operationName: 'B' }),
  () => ({ query: two(), operationName: 'C' }),
  () => ({ query: two() }),
  () => ({ query: own(), variables: [1] }),
  () => ({ query: own(), variables: null, operationName: null }),
  () => ({ query: own(), extensions: {} }),
  () => ({ query: own(), unknown: 1 }),
  () => ({ query: '' }),
  () => ({ query: 5 }),
  () => ({}),
]

test.each([
  undefined,
  'application/json',
  '*/*',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'text/event-stream',
])('what is answered before Yoga is what Yoga answers, to who accepts %s', async (accept) => {
  // The first table teaches which media type that is.
  await ask(JSON.stringify(questions[0]!()), 'known', accept)
  for (const question of questions) {
    const body = JSON.stringify(question())
    const first = await ask(body, 'known', accept)
    expect(first).toEqual(await ask(body, 'unknown', accept))
    expect(await ask(body, 'known', accept)).toEqual(first)
  }
})
