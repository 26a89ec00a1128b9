import { expect, test } from 'vitest'
import { graphqlEndpoint, plainAddress, tokenEndpoint } from './endpoints.ts'

test.each([
  ['http://h', 'http://h/graphql', 'http://h/oauth/token'],
  ['http://h/', 'http://h/graphql', 'http://h/oauth/token'],
  ['HTTPS://h:1', 'HTTPS://h:1/graphql', 'HTTPS://h:1/oauth/token'],
  ['http://h/peo/graphql/', 'http://h/peo/graphql/', 'http://h/peo/oauth/token'],
  ['http://h?tenant=1', 'http://h/graphql?tenant=1', 'http://h/oauth/token?tenant=1'],
  ['http://h/?tenant=/', 'http://h/graphql?tenant=/', 'http://h/oauth/token?tenant=/'],
  ['http://h/graphql?at=/graphql', 'http://h/graphql?at=/graphql', 'http://h/oauth/token?at=/graphql'],
  ['/graphql', '/graphql', '/oauth/token'],
])('of %s, GraphQL is at %s and tokens are at %s', (url, graphql, token) => {
  expect([graphqlEndpoint(url), tokenEndpoint(url)]).toEqual([graphql, token])
})

test('an address is told without what may be secret in it', () => {
  expect(plainAddress('http://anna:geheim@h/graphql?key=sleutel#a')).toBe('http://h/graphql')
})
