import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterPrisma } from 'rate-limiter-flexible'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** What is counted under a name, and how much of it somebody may in a minute. */
export interface Count {
  readonly key: string
  readonly most: number
  readonly of: 'address' | 'client'
}

/** Counts by the minute. */
export interface MinuteCounts {
  /** Refuses who went over one of these, in the words of `tell`; counts nothing. */
  over(counts: readonly Count[], tell: (count: Count, seconds: number) => string): RequestError | undefined
  /** Counts. Nobody waits for it: who goes over is refused from the next time on. */
  use(count: Count, points: number): void
}

/**
 * Counts in memory, and in a database too where replicas share one: what they counted arrives a moment later. While the
 * database fails, each counts for itself.
 */
export function minuteCounts(shared?: PrismaClient): MinuteCounts {
  // How much is too much differs by what is counted, and is decided here.
  const perMinute = { points: Number.MAX_SAFE_INTEGER, duration: 60 }
  const counters = [
    new RateLimiterMemory(perMinute),
    ...(shared === undefined
      ? []
      : [new RateLimiterPrisma({ ...perMinute, storeClient: shared, tableName: 'usedPoints' })]),
  ]
  /** Until when who went over is refused, in milliseconds of `Date.now()`. */
  const spent = new LRUCache<string, number>({ max: 100_000 })
  const waitOf = ({ key }: Count) => Math.max(0, (spent.get(key) ?? 0) - Date.now())
  return {
    over(counts, tell) {
      const count = counts.find((one) => waitOf(one) > 0)
      if (count === undefined) return undefined
      const retryAfter = Math.ceil(waitOf(count) / 1000)
      const { most, of } = count
      return requestError('RATE_LIMITED', tell(count, retryAfter), { retryAfter, limit: most, of })
    },
    use({ key, most }, points) {
      for (const counter of counters) {
        // However much one request costs, the sum fits in the database.
        counter.consume(key, Math.min(points, most + 1)).then(
          ({ consumedPoints, msBeforeNext }) => {
            if (consumedPoints > most) spent.set(key, Date.now() + msBeforeNext)
          },
          () => {},
        )
      }
    },
  }
}
