import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterPrisma, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Caller } from '../context.ts'
import type { Database } from '../database/database.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import { networkOf } from './caller-address.ts'

/** Points that a client, and an address, may use in a minute: each may have some 1000 cells computed a second. */
export const defaultPointsPerMinute = 60_000

/** Answers from memory cost next to nothing: so many count as one point. */
const keptAnswersPerPoint = 50

/** What readers used up. */
export interface Rates {
  /** Counts a request, before anything is done for it. */
  readonly enter: (address: string) => RequestError | undefined
  /** Counts what a request costs: 1 point, and 1 more for each cell or item; refuses what is beyond. */
  readonly charge: (caller: Caller, cost: number) => RequestError | undefined
}

/** Counts nothing. */
export const unlimited: Rates = { enter: () => undefined, charge: () => undefined }

/**
 * Counts what readers use: in memory, and on PostgreSQL in the database too, so that all replicas count together. Nobody
 * waits for counting: who used up their points is refused from the next request on.
 */
export function countRates(database: Database, pointsPerMinute: number): Rates {
  const perMinute = { points: pointsPerMinute, duration: 60 }
  // At once in memory; what replicas used arrives a moment later. While the database fails, each counts for itself.
  const counters = [
    new RateLimiterMemory(perMinute),
    ...(database.kind === 'postgresql'
      ? [new RateLimiterPrisma({ ...perMinute, storeClient: database.prisma, tableName: 'usedPoints' })]
      : []),
  ]
  const door = [new RateLimiterMemory({ points: pointsPerMinute * keptAnswersPerPoint, duration: 60 })]
  /** Until when who used up their points is refused, in milliseconds of `Date.now()`. */
  const spent = new LRUCache<string, number>({ max: 100_000 })
  const use = (all: typeof counters, key: string, points: number): number => {
    const wait = (spent.get(key) ?? 0) - Date.now()
    if (wait > 0) return wait
    for (const counter of all) {
      counter.consume(key, points).catch((used: RateLimiterRes | Error) => {
        if (!(used instanceof Error)) spent.set(key, Date.now() + used.msBeforeNext)
      })
    }
    return 0
  }
  return {
    enter: (address) => refusal(use(door, `door ${networkOf(address)}`, 1), 'address'),
    charge: ({ account, address }, cost) =>
      (account === undefined
        ? undefined
        : refusal(use(counters, `account ${account}`, 1 + cost), 'client')) ??
      refusal(use(counters, `address ${networkOf(address)}`, 1 + cost), 'address'),
  }
  function refusal(wait: number, whose: 'address' | 'client'): RequestError | undefined {
    if (wait === 0) return undefined
    const retryAfter = Math.ceil(wait / 1000)
    const message = `Your ${whose} asked for more than ${pointsPerMinute} points in a minute: 1 a request, and 1 a cell of a table or item of a list. Ask again in ${retryAfter} s, and keep what you have: answers with an ETag cost next to nothing to ask again.`
    return requestError('RATE_LIMITED', message, { retryAfter, limit: pointsPerMinute, of: whose })
  }
}
