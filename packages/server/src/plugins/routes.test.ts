import { createYoga, type Plugin } from 'graphql-yoga'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { useRoutes } from './routes.ts'

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

test.each([
  '/x/healthz',
  '/healthz/',
  '/x/readyz',
  '/nowhere?x=/healthz',
  '/x?/readyz',
  '/tables/x.csv',
])('nothing is at %s', async (path) => {
  expect((await app.fetch(`http://localhost${path}`)).status).toBe(404)
})

test('a plugin answers at no path that is not among the routes', async () => {
  const everywhere: Plugin = {
    onRequest: ({ fetchAPI, endResponse }) => endResponse(new fetchAPI.Response('here')),
  }
  const yoga = createYoga({ plugins: [useRoutes(), everywhere] })
  const status = async (path: string) => (await yoga.fetch(`http://localhost${path}`)).status
  expect(await Promise.all(['/waves/x/respondents.csv', '/metrics'].map(status))).toEqual([200, 200])
  const others = [
    '/new',
    '/waves/x/y/respondents.csv',
    '/waves//respondents.csv',
    '/metricsx',
    '/tables/meansxcsv',
  ]
  expect(await Promise.all(others.map(status))).toEqual(others.map(() => 404))
})
