import { answeredError } from './answered.ts'
import { NetworkError } from './errors.ts'
import type { Reply } from './exchange.ts'
import type { RetryNotice } from './notices.ts'
import { askedDelay, retryDelay } from './retry-delay.ts'
import { wait } from './wait.ts'

/** When and how often something is tried again. */
export interface Patience {
  readonly operation: string | null
  /** How often at most; 0 for what must not be done twice. */
  readonly retries: number
  readonly signal: AbortSignal | undefined
  readonly onRetry: ((notice: RetryNotice) => void) | undefined
}

const passing: readonly number[] = [408, 429, 502, 503, 504]

/** Sends until the answer is one that waiting does not mend, or there were enough tries. */
export async function tryAgain(
  { operation, retries, signal, onRetry }: Patience,
  send: (attempt: number) => Promise<Reply>,
): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    const reply = await send(attempt).catch((error: unknown) => {
      if (error instanceof NetworkError) return error
      throw error
    })
    const isLost = reply instanceof NetworkError
    const delay =
      isLost || isPassing(reply) ? retryDelay(attempt, isLost ? undefined : askedDelay(reply)) : undefined
    if (attempt > retries || delay === undefined) {
      if (isLost) throw reply
      return reply
    }
    onRetry?.({ operation, attempt, delay, status: reply.status })
    await wait(delay, signal)
  }
}

function isPassing({ status, text }: Reply): boolean {
  return passing.includes(status) || (status === 200 && answeredError(text, 'RATE_LIMITED') !== undefined)
}
