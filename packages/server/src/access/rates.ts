import type { Caller } from '../context.ts'
import type { Database } from '../database/database.ts'
import type { RequestError } from '../tables/request-error.ts'
import { networkOf } from './caller-address.ts'
import { failuresOf, type Proof, tellFailures } from './failed-proofs.ts'
import { type Count, minuteCounts } from './minute-counts.ts'

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
  check: () => undefined,
  mayProve: () => undefined,
  failed: () => {},
}

/** Counts what readers use; on PostgreSQL all replicas together. */
export function countRates({ kind, prisma }: Database, pointsPerMinute: number): Rates {
  const door = minuteCounts()
  const counts = minuteCounts(kind === 'postgresql' ? prisma : undefined)
  const tell = ({ of }: Count, seconds: number) =>
    `Your ${of} asked for more than ${pointsPerMinute} points in a minute: 1 a request, and 1 a cell of a table or item of a list. Ask again in ${seconds} s, and keep what you have: answers with an ETag cost next to nothing to ask again.`
  return {
    enter(address) {
      const most = pointsPerMinute * keptAnswersPerPoint
      const count: Count = { key: `door ${networkOf(address)}`, most, of: 'address' }
      const refused = door.over([count], tell)
      if (refused === undefined) door.use(count, 1)
      return refused
    },
    charge(caller, cost) {
      const own = pointsOf(caller, pointsPerMinute)
      const refused = counts.over(own, tell)
      if (refused === undefined) for (const count of own) counts.use(count, 1 + cost)
      return refused
    },
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
