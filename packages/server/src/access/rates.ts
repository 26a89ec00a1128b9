import type { Caller } from '../context.ts'
import type { Database } from '../database/database.ts'
import type { RequestError } from '../tables/request-error.ts'
import { networkOf } from './caller-address.ts'
import { failuresOf, type Proof, tellFailures } from './failed-proofs.ts'
import { type Count, type MinuteCounts, minuteCounts } from './minute-counts.ts'

/** Points that a client, and an address, may use in a minute: each may have some 1000 cells computed a second. */
export const defaultPointsPerMinute = 60_000

/** Answers from memory cost next to nothing: so many count as one point. */
const keptAnswersPerPoint = 50

/** What is added to the cost of an operation that is refused: reading one takes as long as some cells. */
export const refusedCost = 9

/** What readers used up. */
export interface Rates {
  /** Counts a request, before anything is done for it. */
  readonly enter: (address: string) => RequestError | undefined
  /** Counts what a request costs: 1 point, and 1 more for each cell or item; refuses what is beyond. */
  readonly charge: (caller: Caller, cost: number) => RequestError | undefined
  /** Counts a request for a page of a questionnaire, in memory alone: no database learns who answers. */
  readonly visit: (address: string) => RequestError | undefined
  /** Refuses who used up their points, and counts nothing. */
  readonly check: (caller: Caller) => RequestError | undefined
  /** Refuses, before a proof is looked at, who failed too often. */
  readonly mayProve: (proof: Proof) => RequestError | undefined
  /** Counts a proof that did not hold. */
  readonly failed: (proof: Proof) => void
}

/** Counts nothing. */
export const unlimited: Rates = {
  enter: () => undefined,
  charge: () => undefined,
  visit: () => undefined,
  check: () => undefined,
  mayProve: () => undefined,
  failed: () => {},
}

/** Counts what readers use; on PostgreSQL all replicas together. */
export function countRates({ kind, prisma }: Database, pointsPerMinute: number): Rates {
  const door = minuteCounts()
  const visits = minuteCounts()
  const counts = minuteCounts(kind === 'postgresql' ? prisma : undefined)
  const tell = ({ of }: Count, seconds: number) =>
    `Your ${of} asked for more than ${pointsPerMinute} points in a minute: 1 a request, and 1 a cell of a table or item of a list. Ask again in ${seconds} s, and keep what you have: answers with an ETag cost next to nothing to ask again.`
  const take = (from: MinuteCounts, own: readonly Count[], points: number) => {
    const refused = from.over(own, tell)
    if (refused === undefined) for (const count of own) from.use(count, points)
    return refused
  }
  return {
    enter(address) {
      const most = pointsPerMinute * keptAnswersPerPoint
      return take(door, [{ key: `door ${networkOf(address)}`, most, of: 'address' }], 1)
    },
    charge: (caller, cost) => take(counts, pointsOf(caller, pointsPerMinute), 1 + cost),
    visit: (address) => take(visits, pointsOf({ account: undefined, address }, pointsPerMinute), 1),
    check: (caller) => counts.over(pointsOf(caller, pointsPerMinute), tell),
    mayProve: (proof) => counts.over(failuresOf(proof), tellFailures(proof)),
    failed(proof) {
      for (const count of failuresOf(proof)) counts.use(count, 1)
    },
  }
}

function pointsOf({ account, address }: Caller, most: number): Count[] {
  const ofAddress: Count = { key: `address ${networkOf(address)}`, most, of: 'address' }
  return account === undefined ? [ofAddress] : [{ key: `account ${account}`, most, of: 'client' }, ofAddress]
}
