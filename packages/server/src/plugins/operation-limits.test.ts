import { getIntrospectionQuery } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { graphiqlTabs } from './graphiql-tabs.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

const refused = (of: string, cost: number, limit: number) => [
  { extensions: { code: 'TOO_COSTLY', of, cost, limit } },
]

describe('depth', () => {
  /** Waves, their questions, the waves of those, and so on. */
  const circle = (rounds: number) =>
    `{waves(first:2){nodes{${'questions(first:9){nodes{wave{'.repeat(rounds)}code${'}}}'.repeat(rounds)}}}}`

  test('a query that goes round in circles is refused before it runs, however it is written', async () => {
    expect((await ask(app, circle(2))).errors).toBeUndefined()
    expect((await ask(app, circle(3))).errors).toMatchObject(refused('depth', 12, 10))
    expect((await ask(app, circle(100))).errors).toMatchObject(refused('depth', 303, 10))
    const fragments = `{ ...A } fragment A on Query { waves { nodes { ...B } } }
    fragment B on Wave { questions { nodes { wave { ... on Wave { ...C } } } } }
    fragment C on Wave { questions { nodes { wave { questions { nodes { wave { code } } } } } } }`
    expect((await ask(app, fragments)).errors).toMatchObject(refused('depth', 12, 10))
  })

  test('fragments within themselves end', async () => {
    const { errors } = await ask(app, '{ ...A } fragment A on Query { waves { nodes { code } } ...A }')
    expect(errors?.[0]?.message).toContain('within itself')
  })

  test('introspection is as deep as it likes', async () => {
    expect((await ask(app, getIntrospectionQuery())).errors).toBeUndefined()
    const all = { specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true }
    const query = getIntrospectionQuery({ ...all, schemaDescription: true })
    expect((await ask(app, query)).errors).toBeUndefined()
  })
})

test('what GraphiQL opens with is within all limits', async () => {
  for (const { query, variables = '{}' } of graphiqlTabs)
    expect((await ask(app, query, JSON.parse(variables))).errors).toBeUndefined()
})

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ')

test.each<[string, (size: number) => string, number]>([
  ['aliases', (size) => `{ viewer { ${times(size, (i) => `a${i}: role`)} } }`, 100],
  [
    'aliases',
    (size) => `{ viewer { ...A } } fragment A on Viewer { ${times(size, (i) => `a${i}: role`)} }`,
    100,
  ],
  ['directives', (size) => `{ viewer { role ${times(size, () => '@include(if: true)')} } }`, 50],
  ['roots', (size) => `{ ${times(size, (i) => `a${i}: viewer { role }`)} }`, 50],
])('%s are counted: %s', async (of, document, limit) => {
  const within = (await ask(app, document(limit))).errors
  if (of === 'directives') expect(within?.[0]?.message).toContain('can only be used once')
  else expect(within).toBeUndefined()
  const errors = (await ask(app, document(limit + 1))).errors
  expect(errors).toContainEqual(expect.objectContaining(refused(of, limit + 1, limit)[0]))
})

test('a long document is refused while it is read', async () => {
  const words = (count: number) => `{ nodes(ids: [${'"x" '.repeat(count - 12)}]) { id } }`
  expect((await ask(app, words(2000))).errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
  expect((await ask(app, words(2001))).errors).toMatchObject(refused('tokens', 2001, 2000))
})

test('fragments that double each other are counted without being written out', async () => {
  const doubling = times(40, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`)
  const { errors } = await ask(
    app,
    `{ viewer { ...F0 } } ${doubling} fragment F40 on Viewer { a: role b: role }`,
  )
  expect(errors).toMatchObject(refused('aliases', 2 ** 41, 100))
})

test('a batch of operations is refused', async () => {
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ query: '{ viewer { role } }' }, { query: '{ viewer { role } }' }]),
  })
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('Batching')])
})

test.each([
  'known',
  'unknown',
])('a body of %s length that is too long is not read to its end', async (length) => {
  const body = JSON.stringify({ query: '{ viewer { role } }', padding: 'x'.repeat(2 ** 18) })
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(length === 'known' ? { 'content-length': String(body.length) } : {}),
    },
    body,
  })
  const { errors } = (await response.json()) as { errors: object[] }
  expect([response.status, errors]).toMatchObject([413, refused('bytes', 2 ** 18 + 1, 2 ** 18)])
})
