import { getIntrospectionQuery } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('empty'))
})

const tooMuch = [{ extensions: { code: 'TOO_COSTLY', of: 'introspection', cost: 65_537, limit: 65_536 } }]

const aliases = (count: number, field: string) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')

test.each([
  [
    'aliases of types of all fields',
    `{ __schema { types { fields { ${aliases(95, 'type { ...F }')} } } } }
    fragment F on __Type { ...G ofType { ...G ofType { ...T } } }
    fragment G on __Type { ...T fields { name args { name description type { ...T } } type { ...T } } }
    fragment T on __Type { kind name description specifiedByURL }`,
  ],
  ['aliases of types', `{ __schema { types { fields { ${aliases(95, 'type { name kind }')} } } } }`],
  [
    'the root again',
    `{ ${aliases(45, '__schema { types { fields { name description args { name } } } }')} }`,
  ],
  [
    'one type, by a variable and inline fragments',
    `query ($name: String!) {
      ... on Query { __type(name: $name) { ... { fields { ${aliases(95, 'type { ofType { ...F } }')} } } } }
    }
    fragment F on __Type { fields { name description type { name kind ofType { name kind } } } }`,
  ],
])('more of the schema than anyone needs is refused before it runs: %s', async (_, query) => {
  const { data, errors } = await ask<object | null>(app, query, { name: 'Mutation' })
  expect(errors).toMatchObject(tooMuch)
  expect(data ?? null).toBeNull()
})

test('fragments that double each other by fields are counted to the limit only', async () => {
  const doubling = Array.from(
    { length: 60 },
    (_, i) =>
      `fragment F${i} on __Type { ofType { ...F${i + 1} } ofType { ...F${i + 1} ...F${i + 1} } name }`,
  )
  const query = `{ __type(name: "Query") { ...F0 } } ${doubling.join(' ')} fragment F60 on __Type { name }`
  expect((await ask(app, query)).errors).toBeUndefined()
})

const all = { specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true, oneOf: true }

test.each([
  {},
  { ...all, schemaDescription: true },
])('the whole schema is given to everyone, many times a minute: %o', async (options) => {
  const limited = createApp(await testDatabase('empty'), { pointsPerMinute: 60_000 })
  const query = getIntrospectionQuery(options)
  for (let time = 0; time < 20; time++) expect((await ask(limited, query)).errors).toBeUndefined()
})

test('what is given of the schema costs points', async () => {
  const limited = createApp(await testDatabase('empty'), { pointsPerMinute: 1500 })
  const codes: unknown[] = []
  for (let time = 0; time < 4; time++) {
    const { errors } = await ask(limited, getIntrospectionQuery())
    codes.push(errors?.[0]?.extensions.code)
  }
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED'])
})
