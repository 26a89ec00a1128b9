import { createHmac } from 'node:crypto'
import type { JWK } from 'jose'
import type { Adapter, Configuration, errors as OidcErrors } from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { findClientMetadata } from './client-metadata.ts'
import { cookieName, partCookieName } from './cookies.ts'
import { issuerFailure } from './issuer-failure.ts'
import { issuerPage } from './issuer-page.ts'
import { accessTokenHolds, longestAssertion, signInHolds } from './lifetimes.ts'
import { oidcRecords, type SecondUse } from './oidc-records.ts'
import { scopes } from './scopes.ts'
import { staffLogin } from './staff-login.ts'
import { tokenResource } from './token-resource.ts'

/** The issuer's own cookies, gone when a browser is signed in. */
export const issuerCookies = { session: 'peo-issuer', interaction: 'peo-interaction', resume: 'peo-resume' }

/** How the issuer's library is set up: client credentials for programs, the code flow with PKCE for staff. */
export function providerConfiguration(
  prisma: PrismaClient,
  issuer: string,
  keys: readonly JWK[],
  errors: typeof OidcErrors,
): Configuration {
  return {
    adapter: (model) => adapterOf(prisma, issuer, model, errors),
    jwks: { keys: [...keys] } as NonNullable<Configuration['jwks']>,
    ttl: { ...signInHolds, ClientCredentials: accessTokenHolds },
    cookies: {
      keys: keys.map(cookieKey),
      names: {
        session: cookieName(issuerCookies.session, issuer),
        interaction: partCookieName(issuerCookies.interaction, issuer),
        resume: partCookieName(issuerCookies.resume, issuer),
      },
    },
    scopes: ['openid', ...Object.keys(scopes)],
    claims: { openid: ['sub', 'name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt', 'none'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    extraClientMetadata: { properties: ['secret_hash'] },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: ['ES256', 'RS256', 'EdDSA'],
    },
    // A page that a partner types its secret into may ask for a token: no cookie goes along, so nobody's is taken.
    clientBasedCORS: (_context, _origin, client) => client.clientAuthMethod !== 'none',
    assertJwtClientAuthClaimsAndHeader: (_, { aud, exp }) => {
      if (aud !== issuer) throw new errors.InvalidClientAuth(`aud must be ${issuer}`)
      if (typeof exp !== 'number' || exp > Date.now() / 1000 + longestAssertion) {
        throw new errors.InvalidClientAuth(`exp must be at most ${longestAssertion} seconds ahead`)
      }
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: tokenResource(issuer, errors),
    },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      jwks: '/.well-known/jwks.json',
      end_session: '/oauth/sign-out',
    },
    interactions: { url: (_, { uid }) => `/oauth/interaction/${uid}` },
    ...staffLogin(prisma),
    renderError: (ctx, out, error) => {
      const isOurs = out.error === 'server_error'
      ctx.type = 'html'
      ctx.body = issuerPage('Signing in failed', [
        isOurs ? issuerFailure(error).message : `${out.error_description ?? out.error}.`,
        'Go back to the service and begin again.',
      ])
    },
  }
}

/** What cookies are signed with, the same in every replica. */
function cookieKey({ d = '' }: JWK): string {
  return createHmac('sha256', d).update('cookies').digest('base64url')
}

function adapterOf(prisma: PrismaClient, issuer: string, model: string, errors: typeof OidcErrors): Adapter {
  const refuse = (use: SecondUse) =>
    use === 'assertion'
      ? new errors.InvalidClientAuth('client assertion tokens must only be used once')
      : new errors.InvalidGrant('authorization code already consumed')
  const records = oidcRecords(prisma, model, refuse)
  return model === 'Client' ? { ...records, find: (id) => findClientMetadata(prisma, issuer, id) } : records
}
