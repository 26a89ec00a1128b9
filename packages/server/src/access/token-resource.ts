import type { Configuration, errors as OidcErrors } from 'oidc-provider'
import { accessTokenHolds } from './lifetimes.ts'
import { isScope, scopes } from './scopes.ts'

type ResourceIndicators = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>

/** What a token for this service says as its audience. */
export function audienceOf(issuer: string): string {
  return `${issuer}/graphql`
}

/** Makes every token one for this service: a signed JWT, with all scopes of its client where none are asked. */
export function tokenResource(issuer: string, errors: typeof OidcErrors): ResourceIndicators {
  const audience = audienceOf(issuer)
  return {
    enabled: true,
    defaultResource: () => audience,
    useGrantedResource: () => false,
    getResourceServerInfo: ({ oidc: { params } }, resource, client) => {
      if (resource !== audience) throw new errors.InvalidTarget(`resource must be ${audience}`)
      if (params?.grant_type === 'client_credentials') {
        params.scope ??= client.scope
        const asked = String(params.scope).split(' ')
        const unknown = asked.find((scope) => !isScope(scope))
        if (unknown !== undefined) throw new errors.InvalidScope('there is no such scope', unknown)
      }
      return {
        scope: Object.keys(scopes).join(' '),
        audience,
        accessTokenTTL: accessTokenHolds,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }
    },
  }
}
