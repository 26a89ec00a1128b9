import type { JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from 'jose'
import type { RequestError } from '../tables/request-error.ts'
import type { Identity } from './identity.ts'

/** An issuer whose access tokens are taken. */
export interface TrustedIssuer {
  /** Its name, as its tokens say it in `iss`. */
  readonly issuer: string
  /** What its tokens for this service say in `aud`. */
  readonly audience: string
  /** Where a reader asks it for a token; for the way out of an error. */
  readonly askAt: string
  readonly keys: JWTVerifyGetKey
  readonly options: Pick<JWTVerifyOptions, 'algorithms' | 'typ' | 'requiredClaims' | 'maxTokenAge'>
  /** Who the reader is by the claims of a verified token. */
  identityOf(claims: JWTPayload): Promise<Identity | RequestError> | Identity | RequestError
}
