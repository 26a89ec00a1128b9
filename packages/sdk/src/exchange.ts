import type { PeoClientOptions } from './client-options.ts'
import { plainAddress } from './endpoints.ts'
import { InvalidInputError, NetworkError, TimeoutError } from './errors.ts'
import { untilAborted } from './wait.ts'

/** A request as it is sent. */
export interface Message {
  /** Name of the operation, as hooks are told it. */
  readonly operation: string | null
  readonly method: 'GET' | 'POST'
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer, whole. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Platforms end longer timers at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Sends one message and reads the whole answer.
 *
 * @throws TimeoutError, NetworkError, InvalidInputError; or the reason of the signal
 */
export async function exchange(
  { fetch, timeout = 30_000, onRequest }: PeoClientOptions,
  { operation, method, address, headers, body }: Message,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  signal?.throwIfAborted()
  const sent = new Headers()
  onRequest?.({ operation, attempt, headers: sent })
  for (const [name, value] of Object.entries(headers)) put(sent, name, value)
  const end = new AbortController()
  const late = setTimeout(() => end.abort(), Math.min(timeout, longestTimer))
  const where = plainAddress(address)
  try {
    const init = { method, headers: sent, body: body ?? null, signal: end.signal }
    return await untilAborted(signal, untilAborted(end.signal, wholeReply(fetch, address, init)))
  } catch (error) {
    signal?.throwIfAborted()
    if (end.signal.aborted)
      throw new TimeoutError({ message: `${where} did not answer within ${timeout} ms.` })
    throw new NetworkError({ message: `${where} cannot be reached.`, cause: plainCause(error) })
  } finally {
    clearTimeout(late)
    // Whoever waited has gone, and so does what still comes.
    end.abort()
  }
}

/** What the platform says of a value that no header can hold has the value in it. */
function put(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value)
  } catch {
    throw new InvalidInputError({ message: `The header ${name} cannot be sent so.` })
  }
}

/** The platform's `fetch` is called bare, as browsers want it, and looked up anew: a page may put its own in place. */
async function wholeReply(fetch = globalThis.fetch, address: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(address, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** What an error of the platform is; its message may hold some of the request. */
function plainCause(error: unknown): Error {
  const { name, cause = error } = Object(error)
  const { code = name } = Object(cause)
  return Object.assign(new Error(code), { code })
}
