import { answeredError } from './answered.ts'
import type { Reply } from './exchange.ts'

/** The longest that the client waits because the service says so; what is later is the caller's to decide. */
const longest = 120_000

/**
 * Milliseconds until the next try: what the service asks for and up to 3% more, so that clients do not all come at once;
 * else a random part of a time that doubles (full jitter). Undefined where the service wants more than two minutes.
 *
 * @param attempt the try that failed, 1 for the first
 * @param asked milliseconds, as `askedDelay` gives them
 */
export function retryDelay(
  attempt: number,
  asked: number | undefined,
  random: number = Math.random(),
): number | undefined {
  if (asked === undefined) return random * Math.min(8000, 250 * 2 ** (attempt - 1))
  return asked > longest ? undefined : Math.ceil(asked * (1 + 0.03 * random))
}

/**
 * Milliseconds that `Retry-After` asks for, in seconds or as a date (RFC 9110, 10.2.3), or without one the error
 * `RATE_LIMITED`; undefined of none and of a past date.
 */
export function askedDelay({ headers, text }: Reply, now: number = Date.now()): number | undefined {
  const said = answeredError(text, 'RATE_LIMITED')?.extensions?.retryAfter
  const retryAfter = headers.get('retry-after') ?? `${said}`
  const asked = /^\d+$/.test(retryAfter) ? 1000 * Number(retryAfter) : Date.parse(retryAfter) - now
  return asked > 0 ? asked : undefined
}
