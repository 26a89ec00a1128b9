import type { PeoClientOptions } from '@peo/sdk'
import { CommandError, exitCodeOfCode, exitCodeOfStatus, exitCodes } from './exit-codes.ts'

/** An error as the service answers it outside GraphQL, and in it. */
export interface Failure {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/** What an answer says in JSON; an object without fields where it says nothing, as another page than the service's. */
export async function saidBy<Said extends object>(response: Response): Promise<Partial<Said>> {
  return Object(await response.json().catch(() => undefined))
}

/** In milliseconds: a service that is there begins its answer sooner, and goes on sooner. */
export const patience = 30_000

/** How a connection fails that was there, so that what was sent may have arrived. */
const lostAt = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']

/**
 * Asks the service for something that is no table: a file, an upload, a stream.
 *
 * @param path from the root of the service
 * @param init.lost what is thrown where the service got the question, or part of it, and no answer came
 * @returns the answer with its body unread
 * @throws CommandError that says what the service did not like, or that it is not there
 */
export async function openAddress(
  connection: PeoClientOptions,
  path: string,
  {
    headers = {},
    lost,
    ...init
  }: RequestInit & { readonly headers?: Record<string, string>; readonly lost?: CommandError } = {},
): Promise<Response> {
  const token = await tokenOf(connection)
  const sent = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` }
  const ask = connection.fetch ?? fetch
  const response = await ask(new URL(path, rootOf(connection)), { ...init, headers: sent }).catch((cause) => {
    if (init.signal?.aborted) throw cause
    throw lost !== undefined && lostAt.includes(cause.cause?.code) ? lost : away(connection)
  })
  if (response.ok) return response
  const answer = await saidBy<Failure>(response)
  throw failed(answer, response.status, `${response.url.split('?')[0]} answered ${response.status}.`)
}

/** The error that an answer of the service is, or of what answers in its place. */
export function failed({ errors }: Failure, status: number, otherwise: string): CommandError {
  const [error] = [errors].flat()
  const code = error?.extensions?.code
  return new CommandError(
    code === undefined ? exitCodeOfStatus(status) : exitCodeOfCode(code),
    error?.message ?? otherwise,
  )
}

/** Where an answer cannot be had, or breaks off. */
export function away({ url }: Pick<PeoClientOptions, 'url'>): CommandError {
  const { origin, pathname } = new URL(url)
  const where = `${origin}${pathname}`.replace(/\/$/, '')
  return new CommandError(exitCodes.later, `${where} cannot be reached; does the service run there?`)
}

const rootOf = ({ url }: PeoClientOptions) => `${url.replace(/\/graphql$/, '')}/`

async function tokenOf(connection: PeoClientOptions): Promise<string | undefined> {
  const { token, clientId, clientSecret } = connection
  if (clientId === undefined || clientSecret === undefined) {
    return typeof token === 'function' ? token() : token
  }
  // RFC 6749, 2.3.1: both are encoded as in a form before they are put together.
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString(
    'base64',
  )
  const response = await fetch(new URL('oauth/token', rootOf(connection)), {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw away(connection)
  })
  const answer = await saidBy<Failure & { readonly access_token: string; readonly error: string }>(response)
  if (typeof answer.access_token === 'string') return answer.access_token
  // RFC 6749, 5.2: so a service refuses, and whatever answers in its place does not.
  if ([400, 401].includes(response.status) && typeof answer.error === 'string')
    throw new CommandError(
      exitCodes.access,
      `${connection.url} knows no client ${clientId} with that secret; log in anew, or ask staff for a client.`,
    )
  const otherwise = `${connection.url} answered ${response.status} and no token.`
  throw failed(answer, response.status, otherwise)
}
