import { answeredError } from './answered.ts'
import type { PeoClientOptions } from './client-options.ts'
import { NetworkError } from './errors.ts'
import { exchange, type Message, type Reply } from './exchange.ts'
import { askedDelay, retryDelay } from './retry-delay.ts'
import { wait } from './wait.ts'

const passing: readonly number[] = [408, 429, 502, 503, 504]

/**
 * Sends a message until the answer is one that waiting does not mend, or there were enough tries.
 *
 * @param mayRepeat whether it may be done twice
 * @throws what `exchange` throws
 */
export async function deliver(
  options: PeoClientOptions,
  message: Message,
  mayRepeat: boolean,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  const { retries = 3, onRetry } = options
  for (let attempt = 1; ; attempt++) {
    const reply = await exchange(options, message, attempt, signal).catch((error: unknown) => {
      if (error instanceof NetworkError) return error
      throw error
    })
    const isLost = reply instanceof NetworkError
    const delay =
      isLost || isPassing(reply) ? retryDelay(attempt, isLost ? undefined : askedDelay(reply)) : undefined
    if (!mayRepeat || attempt > retries || delay === undefined) {
      if (isLost) throw reply
      return reply
    }
    onRetry?.({ operation: message.operation, attempt, delay, status: reply.status })
    await wait(delay, signal)
  }
}

function isPassing({ status, text }: Reply): boolean {
  return passing.includes(status) || answeredError(text, 'RATE_LIMITED') !== undefined
}
