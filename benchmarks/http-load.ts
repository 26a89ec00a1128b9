import autocannon from 'autocannon'

/** What a server did under load. */
export interface Measured {
  readonly perSecond: number
  /** 99 of 100 answers came within so many milliseconds. */
  readonly p99: number
}

/** How many readers ask at once. */
const connections = 32

/**
 * Asks a server for some seconds, each reader anew as soon as it is answered.
 *
 * @param body what is asked: the same each time, or made for each request
 * @throws Error when an answer was not 200
 */
export async function measure(
  url: string,
  body: string | (() => string),
  seconds: number,
): Promise<Measured> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } } as const
  const request =
    typeof body === 'string'
      ? { ...post, body }
      : { ...post, setupRequest: (made: autocannon.Request) => ({ ...made, body: body() }) }
  const result = await autocannon({ url, connections, duration: seconds, requests: [request] })
  const failed = result.non2xx + result.errors
  if (failed > 0) throw new Error(`${url} failed ${failed} of ${result.requests.total} requests.`)
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
