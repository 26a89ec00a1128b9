import type { Discreet } from './discreet.ts'
import { InvalidInputError, NetworkError, TimeoutError } from './errors.ts'
import type { RequestNotice } from './notices.ts'
import { untilAborted } from './wait.ts'

/** A request as it is sent. */
export interface Message {
  /** Name of the operation, as hooks are told it. */
  readonly operation: string | null
  readonly method: 'GET' | 'POST'
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Leaves out of errors what must not stand in them. */
  readonly hide: Discreet
}

/** An answer, whole. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** How messages are sent. */
export interface Exchange {
  readonly fetch: typeof globalThis.fetch
  readonly timeout: number
  readonly onRequest: ((notice: RequestNotice) => void) | undefined
}

/**
 * Sends one message and reads the whole answer.
 *
 * @throws TimeoutError, NetworkError, InvalidInputError; or the reason of the signal
 */
export async function exchange(
  { fetch, timeout, onRequest }: Exchange,
  { operation, method, address, headers, body, hide }: Message,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  signal?.throwIfAborted()
  const sent = new Headers()
  onRequest?.({ operation, attempt, headers: sent })
  for (const [name, value] of Object.entries(headers)) put(sent, name, value)
  const end = new AbortController()
  const stop = () => end.abort()
  const late = setTimeout(stop, timeout)
  signal?.addEventListener('abort', stop)
  const [where = ''] = address.split('?')
  try {
    const init = { method, headers: sent, body: body ?? null, signal: end.signal }
    return await untilAborted(end.signal, wholeReply(fetch, address, init))
  } catch (error) {
    signal?.throwIfAborted()
    if (end.signal.aborted)
      throw new TimeoutError({ message: `${where} did not answer within ${timeout} ms.` })
    const cause = plainCause(error, (message) => hide(message.replaceAll(address, where)))
    throw new NetworkError({ message: `${where} cannot be reached.`, cause })
  } finally {
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
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

async function wholeReply(fetch: Exchange['fetch'], address: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(address, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** What an error of the platform tells, without what it may hold of the request. */
function plainCause(error: unknown, hide: Discreet): Error {
  const { message, cause } = error as Error
  const { code, message: deeper } = (cause ?? error) as { code?: unknown; message?: string }
  const plain = new Error(hide([...new Set([message, deeper])].filter(Boolean).join(': ')))
  delete plain.stack
  return typeof code === 'string' ? Object.assign(plain, { code }) : plain
}
