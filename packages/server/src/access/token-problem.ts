import { errors } from 'jose'
import type { RequestError } from '../tables/request-error.ts'
import { unauthenticated } from './identity.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'

/** Says why an access token was refused, and what to do; of a failure that is not the token's, nothing. */
export function tokenProblem(
  error: unknown,
  { issuer, audience, askAt }: TrustedIssuer,
): RequestError | undefined {
  if (!isOfToken(error)) return undefined
  const wayOut = `Ask ${askAt} for a new one.`
  if (error instanceof errors.JWTExpired) {
    return unauthenticated(`The access token expired ${timeOf(error.payload.exp)}. ${wayOut}`)
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated(`${claimProblem(error, audience)} ${wayOut}`)
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return unauthenticated(`The access token is not signed with an algorithm that ${issuer} uses. ${wayOut}`)
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    const known = `The access token is signed with a key that ${issuer} does not publish, as far as is known here.`
    return unauthenticated(`${known} If it changed its keys just now, try again in 30 s. ${wayOut}`)
  }
  return unauthenticated(`The access token is not one that ${issuer} signed. ${wayOut}`)
}

/** Codes of jose where an issuer's keys cannot be had, or are none. */
const ofKeys: readonly string[] = [errors.JOSEError.code, errors.JWKSTimeout.code, errors.JWKSInvalid.code]

/** Whether it is the token that does not hold, and not its issuer that cannot be asked. */
export function isOfToken(error: unknown): error is errors.JOSEError {
  return error instanceof errors.JOSEError && !ofKeys.includes(error.code)
}

function claimProblem({ claim, payload }: errors.JWTClaimValidationFailed, audience: string): string {
  if (claim === 'aud') return `The access token is for ${JSON.stringify(payload.aud)}, not for ${audience}.`
  if (claim === 'nbf') return `The access token does not hold before ${timeOf(payload.nbf)}.`
  if (claim === 'typ') return 'The token is no access token, perhaps an id token.'
  return `The access token's "${claim}" is ${JSON.stringify(payload[claim]) ?? 'missing'}, which does not hold here.`
}

function timeOf(seconds: number | undefined): string {
  const time = new Date((seconds ?? Number.NaN) * 1000)
  return Number.isNaN(time.getTime()) ? String(seconds) : `at ${time.toISOString()}`
}
