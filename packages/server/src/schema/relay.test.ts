import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

const id = (text: string) => Buffer.from(text).toString('base64')

test('an id of nothing is null', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { id } }'
  for (const nobody of ['Wave:nope', 'Question:00000000-0000-4000-8000-000000000000', 'Variable:x']) {
    expect(await ask(app, query, { id: id(nobody) })).toEqual({ data: { node: null } })
  }
})

test.each([
  '{ waves(first: -1) { nodes { code } } }',
  '{ waves(last: -1) { nodes { code } } }',
  '{ waves(after: "zzz") { nodes { code } } }',
  '{ node(id: "zzz") { id } }',
])('%s is INVALID_INPUT', async (query) => {
  const { errors } = await ask(app, query)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' })
})
