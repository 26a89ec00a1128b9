import { expect, test } from 'vitest'
import { trustOutsideIssuer } from './trust-outside.ts'

const trusted = trustOutsideIssuer({
  issuer: 'https://login.example.edu',
  audience: 'https://results.example/graphql',
  algorithms: ['ES256'],
  roles: [{ claim: ['role'], value: 'partner', role: 'PARTNER' }],
})

test.each(['', 'a\0b', { a: 1 }, 7])('a token whose sub is %j names nobody', async (given) => {
  const sub = given as string
  expect(await trusted.identityOf({ sub, role: 'partner' })).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await trusted.identityOf({ sub: 'a', role: 'partner' })).toMatchObject({
    viewer: { role: 'PARTNER' },
  })
})
