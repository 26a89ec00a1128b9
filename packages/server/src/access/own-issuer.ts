import { createLocalJWKSet } from 'jose'
import { isStorable } from '../database/storable.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { unauthenticated } from './identity.ts'
import type { Issuer } from './issuer.ts'
import { roleOf } from './scopes.ts'
import { audienceOf } from './token-resource.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'

/** Takes the tokens of the built-in issuer, as long as their client is not revoked. */
export function trustOwnIssuer(prisma: PrismaClient, issuer: Issuer): TrustedIssuer {
  return {
    issuer: issuer.url,
    audience: audienceOf(issuer.url),
    askAt: `${issuer.url}/oauth/token`,
    keys: async (header, token) => createLocalJWKSet({ keys: [...(await issuer.keys())] })(header, token),
    options: {
      algorithms: ['ES256'],
      typ: 'at+jwt',
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
      maxTokenAge: '10m',
    },
    async identityOf({ sub, client_id: id, scope, iat = 0 }) {
      const client =
        typeof id === 'string' && id === sub && isStorable(id)
          ? await prisma.client.findUnique({ where: { id, revokedAt: null } })
          : null
      if (client === null) {
        return unauthenticated(
          `The client ${JSON.stringify(id)} was revoked or is none. Ask staff for a new client.`,
        )
      }
      // Tokens say when they are from in whole seconds. In that of the replacement, nobody had the new secret yet.
      const { replacedAt } = client
      if (replacedAt !== null && iat <= Math.floor(replacedAt.getTime() / 1000)) {
        return unauthenticated(
          `The secret of the client ${JSON.stringify(id)} was replaced since. Ask for a token with the new one.`,
        )
      }
      const role = roleOf(client.role, scope)
      if (role === undefined) {
        const asked = JSON.stringify(scope) ?? 'none'
        return unauthenticated(`The access token's scope is ${asked}; ask for one with results:read.`)
      }
      const { organisation } = client
      return { viewer: { role, ...(organisation !== null && { organisation }) }, account: client.id }
    },
  }
}
