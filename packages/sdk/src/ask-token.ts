import { membersOf } from './answered.ts'
import type { PeoClientOptions } from './client-options.ts'
import { deliver } from './deliver.ts'
import { type Discreet, discreet } from './discreet.ts'
import { plainAddress, tokenEndpoint } from './endpoints.ts'
import { NetworkError, UnauthenticatedError } from './errors.ts'
import type { Message, Reply } from './exchange.ts'
import { readResult } from './read-result.ts'
import type { Token } from './token-source.ts'

/** Seconds before its end that a token is renewed, where it holds long enough. */
const ahead = 30

/**
 * What gets a token for a client of these options; undefined where it sends none.
 *
 * @throws TypeError when half of the credentials is missing
 */
export function tokenAsker(options: PeoClientOptions): ((signal: AbortSignal) => Promise<Token>) | undefined {
  const { url, clientId, clientSecret, token } = options
  if ((clientId === undefined) !== (clientSecret === undefined))
    throw new TypeError('Give clientId and clientSecret, or neither.')
  if (token !== undefined)
    return async () => ({
      // As a header holds it.
      value: (typeof token === 'string' ? token : await token()).trim(),
      renewAt: Infinity,
      expiresAt: Infinity,
    })
  if (clientId === undefined || clientSecret === undefined) return
  // Id and secret are encoded as in a form before they make the header (RFC 6749, 2.3.1).
  const encoded = (text: string) => `${new URLSearchParams({ '': text })}`.slice(1)
  const password = encoded(clientSecret)
  const credentials = btoa(`${encoded(clientId)}:${password}`)
  const hide = discreet([clientSecret, password, credentials], null)
  const message: Message = {
    operation: 'token',
    method: 'POST',
    address: tokenEndpoint(url),
    headers: {
      authorization: `Basic ${credentials}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: 'grant_type=client_credentials',
  }
  return async (signal) => {
    const asked = Date.now()
    return readToken(
      await deliver(options, message, true, signal),
      plainAddress(message.address),
      hide,
      asked,
    )
  }
}

function readToken(reply: Reply, address: string, hide: Discreet, asked: number): Token {
  const { status, text } = reply
  const { access_token, expires_in, error, error_description } = membersOf(text)
  if (status === 200 && typeof access_token === 'string') {
    const holds = typeof expires_in === 'number' ? expires_in : Infinity
    const expiresAt = asked + 1000 * holds
    return { value: access_token, renewAt: expiresAt - 1000 * Math.min(ahead, holds / 10), expiresAt }
  }
  // Other statuses tell more than what they name.
  if (typeof error !== 'string' || status > 403) {
    readResult(reply, address, hide)
    throw new NetworkError({ status, message: `${address} gives no token.` })
  }
  const told = error_description ? `${error}: ${error_description}` : error
  throw new UnauthenticatedError({
    status,
    message: hide(`${address} gives no token: ${told}`),
    requestId: reply.headers.get('x-request-id'),
  })
}
