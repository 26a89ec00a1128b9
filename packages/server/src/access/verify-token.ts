import { decodeJwt, jwtVerify } from 'jose'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import type { RequestError } from '../tables/request-error.ts'
import { type Identity, unauthenticated } from './identity.ts'
import { tokenProblem } from './token-problem.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'

/** Clocks of issuers may differ from ours by so many seconds. */
const clockTolerance = 5

/**
 * Verifies the access token of an `Authorization` header with the keys of the one issuer that it names, and with no
 * others.
 */
export async function verifyToken(
  authorization: string,
  issuers: readonly TrustedIssuer[],
): Promise<Identity | RequestError> {
  const names = issuers.map(({ askAt }) => askAt).join(' or ')
  const [, token] = /^Bearer +([^ ]+)$/i.exec(authorization) ?? []
  if (token === undefined) {
    return unauthenticated(
      `The header Authorization must be "Bearer", a space, and an access token of ${names}.`,
    )
  }
  const name = issuerOf(token)
  if (name === undefined) {
    return unauthenticated(`What follows "Bearer" is no access token; ask ${names} for one.`)
  }
  const trusted = issuers.find(({ issuer }) => issuer === name)
  if (trusted === undefined) {
    return unauthenticated(`The access token comes from ${JSON.stringify(name)}; ask ${names} for one.`)
  }
  const { issuer, audience, keys, options } = trusted
  try {
    const { payload } = await jwtVerify(token, keys, { ...options, issuer, audience, clockTolerance })
    return await trusted.identityOf(payload)
  } catch (error) {
    const problem = tokenProblem(error, trusted)
    if (problem !== undefined) return problem
    const { errorId } = unexpectedFailure(error).extensions
    return unauthenticated(`The access token of ${issuer} cannot be verified now. Try again later.`, {
      errorId,
    })
  }
}

/** The issuer that a token names, not verified; undefined where it is no token. */
function issuerOf(token: string): unknown {
  try {
    return decodeJwt(token).iss ?? null
  } catch {
    return undefined
  }
}
