import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { tokenProblem } from './token-problem.ts'
import { trustOutsideIssuer } from './trust-outside.ts'

const trusted = trustOutsideIssuer({
  issuer: 'https://login.example.edu',
  audience: 'https://results.example/graphql',
  algorithms: ['ES256'],
  roles: [{ claim: ['role'], value: 'partner', role: 'PARTNER' }],
})

test('of a key that is not known yet, it is said that it may be in a moment', async () => {
  const [published, next] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')]
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(published.publicKey)), kid: 'a' }] })
  const problemOf = async (kid: string) => {
    const token = await new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(next.privateKey)
    const error = await jwtVerify(token, keys).catch((error: unknown) => error)
    return tokenProblem(error, trusted)?.message
  }
  expect(await problemOf('b')).toMatch(/does not publish, as far as is known here\..*try again in 30 s/)
  expect(await problemOf('a')).toMatch(/is not one that https:\/\/login\.example\.edu signed\./)
})
