import type { PairInOrder } from './pair-order.ts'
import type { PairSide } from './pair-side.ts'

/** Parts in which pairs are searched, each with a share of the work: two threads may do so at once. */
export const pairParts = [0, 1] as const

/** The pairs of each part, in order: a question is in one of them with all others, and those of most sides are spread. */
export function partsOf(
  order: readonly PairInOrder[],
  sidesOf: ReadonlyMap<string, readonly PairSide[]>,
): PairInOrder[][] {
  const bySides = [...sidesOf.keys()].sort(
    (one, other) => sidesOf.get(other)!.length - sidesOf.get(one)!.length,
  )
  const partOf = new Map(bySides.map((code, place) => [code, place % pairParts.length]))
  return pairParts.map((part) => order.filter(({ question }) => partOf.get(question) === part))
}
