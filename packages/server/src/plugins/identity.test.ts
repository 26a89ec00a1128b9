import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'

test.each(['/graphql', '/graphql/'])('a token that does not hold is refused at %s', async (path) => {
  const app = createApp(await testDatabase('empty'))
  const headers = { authorization: 'Bearer x' }
  const answer = await app.fetch(`http://localhost${path}?query={__typename}`, { headers })
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('invalid_token'),
  ])
})
