import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { allowInsecureRequests, discovery, None } from 'openid-client'
import { isStorable } from '../database/storable.ts'
import { unauthenticated } from './identity.ts'
import type { OutsideIssuer } from './outside-issuers.ts'
import { isOfToken } from './token-problem.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'

/** After a failure to find its keys, an issuer is not asked again for so many milliseconds. */
const pause = 30_000

/** As a codebook has codes of categories. */
const categoryCode = /^[a-z0-9_]+$/

/** Takes the tokens of an outside issuer, which is asked for its keys when its first token comes. */
export function trustOutsideIssuer(outside: OutsideIssuer): TrustedIssuer {
  const { issuer, audience, algorithms, roles, organisation } = outside
  return {
    issuer,
    audience,
    askAt: issuer,
    keys: remoteKeys(issuer),
    options: { algorithms, requiredClaims: ['exp', 'sub'] },
    identityOf(claims) {
      // Whatever jose's types say, it is what the issuer wrote.
      if (typeof claims.sub !== 'string' || claims.sub === '' || !isStorable(claims.sub)) {
        const sub = JSON.stringify(claims.sub)
        return unauthenticated(
          `The access token's "sub" is ${sub}, which names nobody. Ask ${issuer} for a new one.`,
        )
      }
      const found = roles.find(({ claim, value }) => holds(valueAt(claims, claim), value))
      if (found === undefined) {
        const names = [...new Set(roles.map(({ claim }) => claim.join('.')))].join(', ')
        return unauthenticated(
          `The access token gives no role here: of its claims, ${names} is looked at. Ask staff which values they set up.`,
        )
      }
      // Staff read for nobody's organisation.
      const code = found.role === 'STAFF' ? undefined : organisation && valueAt(claims, organisation)
      if (typeof code === 'string' && !categoryCode.test(code)) {
        return unauthenticated(
          `The access token's "${organisation?.join('.')}" is ${JSON.stringify(code)}, which is the code of no organisation. Ask staff which codes they set up.`,
        )
      }
      const viewer = { role: found.role, ...(typeof code === 'string' && { organisation: code }) }
      return { viewer, account: `${issuer}#${claims.sub}` }
    },
  }
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>

function remoteKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<RemoteKeys> | undefined
  let known: RemoteKeys | undefined
  let failed: { readonly error: unknown; readonly until: number } | undefined
  return async (header, token) => {
    // A key that is in hand needs no issuer.
    const isHeld = known?.fresh && known.jwks()?.keys.some(({ kid }) => kid === header.kid)
    if (failed !== undefined && Date.now() < failed.until && !isHeld) throw failed.error
    found ??= findKeys(issuer).catch((error) => {
      found = undefined
      throw error
    })
    try {
      known = await found
      return await known(header, token)
    } catch (error) {
      if (!isOfToken(error)) failed = { error, until: Date.now() + pause }
      throw error
    }
  }
}

async function findKeys(issuer: string): Promise<RemoteKeys> {
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
  const found = await discovery(new URL(issuer), 'unused', {}, None(), { execute, timeout: 5 })
  const { jwks_uri: keys } = found.serverMetadata()
  if (keys === undefined) throw new Error(`${issuer} publishes no keys.`)
  return createRemoteJWKSet(new URL(keys))
}

function valueAt(claims: JWTPayload, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined,
    claims,
  )
}

function holds(claim: unknown, value: string): boolean {
  return claim === value || (Array.isArray(claim) && claim.includes(value))
}
