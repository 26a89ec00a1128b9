import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('empty'))
})

const post = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query":"{ __typename }"}',
  })

test.each([
  '/x/graphql',
  '//graphql',
  '/a/b/graphql/',
  '/graphql//',
  '/graphql/x',
  '/GraphQL',
  '/x?y=/graphql',
])('GraphQL is not at %s, whoever asks', async (path) => {
  for (const headers of [{}, { authorization: 'Bearer x' }]) {
    const answer = await post(path, headers)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test.each(['/graphql', '/graphql/', '/graphql?x=y', '/x/../graphql'])('GraphQL is at %s', async (path) => {
  expect((await post(path)).status).toBe(200)
})
