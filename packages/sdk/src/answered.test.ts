import { expect, test } from 'vitest'
import { PeoCore } from './core.ts'

/** What a client makes of an answer with this body. */
const read = (body: string) =>
  new PeoCore({ url: 'http://localhost', retries: 0, fetch: async () => new Response(body) }).query('{ a }')

test.each([
  '{"data":null}',
  '{"errors":[]}',
  '{"data":null,"errors":[]}',
  '{"errors":[{"message":5}]}',
  '{"errors":[{"message":5,"extensions":{"code":"RATE_LIMITED"}}]}',
  '{"errors":[null,{"message":"a","extensions":{"code":"RATE_LIMITED"}}]}',
  '{"errors":[{"message":"a","extensions":{"code":"UNKNOWN_WAVE"}},null]}',
  '{"errors":{"message":"a"}}',
  '{"errors":"a"}',
  '{}',
  '[]',
  'null',
  '"a"',
  '<html>',
])('%s is not an answer of GraphQL', async (body) => {
  await expect(read(body)).rejects.toMatchObject({
    code: 'NETWORK',
    message: expect.stringContaining('not as GraphQL'),
  })
})

test.each([
  '{"data":{"a":1}}',
  '{"errors":null,"data":{"a":1}}',
  '{"errors":[],"data":{"a":1}}',
])('%s has data', async (body) => {
  expect(await read(body)).toEqual({ a: 1 })
})

test('errors without extensions are the service failing', async () => {
  await expect(read('{"errors":[{"message":"a","extensions":null}]}')).rejects.toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'a',
  })
})
