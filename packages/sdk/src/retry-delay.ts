/** The longest that the client waits because the service says so; what is later is the caller's to decide. */
const longest = 120_000

/**
 * Milliseconds until the next try: what `Retry-After` says and up to 3% more, so that clients do not all come at once;
 * else a random part of a time that doubles (full jitter). Undefined where the service wants more than two minutes.
 *
 * @param attempt the try that failed, 1 for the first
 * @param retryAfter the header: seconds, or an HTTP date (RFC 9110, 10.2.3)
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | null,
  now: number = Date.now(),
  random: number = Math.random(),
): number | undefined {
  const asked = millisecondsOf(retryAfter, now)
  if (asked === undefined) return random * Math.min(8000, 250 * 2 ** (attempt - 1))
  return asked > longest ? undefined : Math.ceil(asked * (1 + 0.03 * random))
}

function millisecondsOf(retryAfter: string | null, now: number): number | undefined {
  const seconds = Number(retryAfter || Number.NaN)
  if (seconds >= 0) return seconds * 1000
  const date = Date.parse(retryAfter ?? '')
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
