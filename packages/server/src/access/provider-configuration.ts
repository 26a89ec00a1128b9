import { createHmac } from 'node:crypto'
import type { JWK } from 'jose'
import type { Adapter, Configuration, errors as OidcErrors } from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { browserClient, findClientMetadata } from './client-metadata.ts'
import { issuerPage } from './issuer-page.ts'
import { oidcRecords, type SecondUse } from './oidc-records.ts'
import { scopes } from './scopes.ts'

/** The issuer's own cookies, gone when a browser is signed in. */
export const issuerCookies = { session: 'peo-issuer', interaction: 'peo-interaction', resume: 'peo-resume' }

/** For how many seconds what the issuer gives holds. */
export const lifetimes = {
  accessToken: 300,
  /** For signing in at the browser: each step in time, and nothing remembered. */
  AuthorizationCode: 60,
  AccessToken: 60,
  IdToken: 300,
  Interaction: 600,
  Session: 600,
  Grant: 600,
} as const

/** The longest time to its end that an assertion of a client may have, in seconds. */
const longestAssertion = 300

/** What a token for this service says as its audience. */
export function audienceOf(issuer: string): string {
  return `${issuer}/graphql`
}

/** How the issuer's library is set up: client credentials for programs, the code flow with PKCE for staff. */
export function providerConfiguration(
  prisma: PrismaClient,
  issuer: string,
  keys: readonly JWK[],
  errors: typeof OidcErrors,
): Configuration {
  const { accessToken, ...ttl } = lifetimes
  const audience = audienceOf(issuer)
  return {
    adapter: (model) => adapterOf(prisma, issuer, model, errors),
    jwks: { keys: [...keys] } as NonNullable<Configuration['jwks']>,
    ttl: { ...ttl, ClientCredentials: accessToken },
    cookies: {
      keys: keys.map(cookieKey),
      names: issuerCookies,
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
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'RS256', 'EdDSA'],
    },
    clientBasedCORS: () => false,
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
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => false,
        getResourceServerInfo: ({ oidc }, resource, client) => {
          if (resource !== audience) throw new errors.InvalidTarget(`resource must be ${audience}`)
          const { params } = oidc
          if (params?.grant_type === 'client_credentials') {
            params.scope ??= client.scope
            const unknown = String(params.scope)
              .split(' ')
              .find((scope) => !(scope in scopes))
            if (unknown !== undefined) throw new errors.InvalidScope('there is no such scope', unknown)
          }
          return {
            scope: Object.keys(scopes).join(' '),
            audience,
            accessTokenTTL: accessToken,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          }
        },
      },
    },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      jwks: '/.well-known/jwks.json',
      end_session: '/oauth/sign-out',
    },
    interactions: { url: (_, { uid }) => `/oauth/interaction/${uid}` },
    findAccount: async (_, id) => {
      const account = await prisma.staffAccount.findUnique({ where: { id } })
      return account === null ? undefined : { accountId: id, claims: () => ({ sub: id, name: account.name }) }
    },
    // Staff sign in at the service itself: there is nobody to give consent to.
    loadExistingGrant: async ({ oidc }) => {
      if (oidc.client?.clientId !== browserClient || !oidc.session?.accountId) return undefined
      const grant = new oidc.provider.Grant({ clientId: browserClient, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = issuerPage('Signing in failed', [
        `${out.error_description ?? out.error}.`,
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
