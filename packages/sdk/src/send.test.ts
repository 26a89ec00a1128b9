import { expect, expectTypeOf, test } from 'vitest'
import { PeoClient } from './client.ts'
import type { TypedDocument } from './typed-document.ts'

/** A client whose requests are written down, and answered with this body. */
function clientOf(url: string, body: unknown) {
  const sent: { url: string; body: unknown }[] = []
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    sent.push({ url: String(input), body: JSON.parse(String(init?.body)) })
    return new Response(JSON.stringify(body))
  }
  return { peo: new PeoClient({ url, fetch }), sent }
}

test.each([
  'http://localhost:4000',
  'http://localhost:4000/',
  'http://localhost:4000/graphql',
])('%s leads to the GraphQL endpoint', async (url) => {
  const { peo, sent } = clientOf(url, { data: {} })
  await peo.query('{ viewer { role } }')
  expect(sent).toEqual([
    { url: 'http://localhost:4000/graphql', body: { query: '{ viewer { role } }', variables: {} } },
  ])
})

test('an error carries its code and details; one of no known code is the service failing', async () => {
  const known = clientOf('/graphql', {
    errors: [{ message: 'No.', extensions: { code: 'UNKNOWN_WAVE', published: ['a'] } }],
  })
  await expect(known.peo.query('{ a }')).rejects.toMatchObject({
    code: 'UNKNOWN_WAVE',
    message: 'No.',
    details: { published: ['a'] },
  })
  const unknown = clientOf('/graphql', { errors: [{ message: 'Oops.', extensions: { code: 'WHAT' } }] })
  await expect(unknown.peo.query('{ a }')).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
})

test('waves reads page after page', async () => {
  const pages = [
    { nodes: [{ code: 'a' }], pageInfo: { hasNextPage: true, endCursor: '1' } },
    { nodes: [{ code: 'b' }], pageInfo: { hasNextPage: false, endCursor: '2' } },
  ]
  const asked: unknown[] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    asked.push(JSON.parse(String(init?.body)).variables.after)
    return new Response(JSON.stringify({ data: { waves: pages[asked.length - 1] } }))
  }
  const waves = await new PeoClient({ url: '/graphql', fetch }).waves()
  expect(waves.map(({ code }) => code)).toEqual(['a', 'b'])
  expect(asked).toEqual([null, '1'])
})

test('what is no text is no document', () => {
  type Document = TypedDocument<unknown, Record<string, unknown>>
  expectTypeOf<string>().toExtend<Document>()
  expectTypeOf<number>().not.toExtend<Document>()
  expectTypeOf<{ kind: 'Document'; definitions: readonly [] }>().not.toExtend<Document>()
})
