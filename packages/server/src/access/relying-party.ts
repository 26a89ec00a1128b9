import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { browserClient } from './client-metadata.ts'
import type { Issuer } from './issuer.ts'

/** What a browser keeps while it signs in, so that only it can finish. */
export interface SigningIn {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Signs browsers in at the issuer, by the code flow with PKCE. */
export interface RelyingParty {
  /** Where to send the browser, and what it has to keep. */
  begin(): Promise<{ readonly location: string; readonly kept: SigningIn }>
  /**
   * Finishes with the query of the browser's return.
   *
   * @returns the account
   * @throws Error when the issuer refused, or the return is not of what the browser began
   */
  finish(search: string, kept: SigningIn): Promise<string>
}

/** Makes the relying party of the built-in issuer, which it asks without a port. */
export function relyingParty(issuer: Issuer): RelyingParty {
  let known: Promise<Configuration> | undefined
  const configuration = () => {
    known ??= discover(issuer).catch((error: unknown) => {
      // After a failure the next browser tries again.
      known = undefined
      throw error
    })
    return known
  }
  return {
    async begin() {
      const kept = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const location = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${issuer.url}/auth/callback`,
        scope: 'openid',
        prompt: 'login',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      })
      return { location: location.href, kept }
    },
    async finish(search, { state, nonce, verifier }) {
      const back = new URL(`${issuer.url}/auth/callback${search}`)
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }
      const tokens = await authorizationCodeGrant(await configuration(), back, checks)
      const { sub } = tokens.claims() ?? {}
      if (sub === undefined) throw new Error('The issuer gave no id token.')
      return sub
    },
  }
}

function discover(issuer: Issuer): Promise<Configuration> {
  const metadata = { id_token_signed_response_alg: 'ES256' }
  return discovery(new URL(issuer.url), browserClient, metadata, None(), {
    // Nothing of it crosses a network.
    execute: [allowInsecureRequests, enableNonRepudiationChecks],
    [customFetch]: async (address, { method, headers, body }) => {
      const { pathname, search } = new URL(address)
      const answer = await issuer.fetch({
        method,
        path: pathname + search,
        headers: Object.fromEntries(new Headers(headers)),
        body: Buffer.from(String(body ?? '')),
      })
      return new Response(answer.body, {
        status: answer.status,
        headers: answer.headers.map(([...pair]) => pair),
      })
    },
  })
}
