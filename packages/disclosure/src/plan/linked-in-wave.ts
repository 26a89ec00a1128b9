import type { Answerers } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import type { Kinds } from './kinds.ts'
import { areLinked, pairedByDifference } from './paired-kinds.ts'

/** Stands for everyone, where respondents are not told apart by sample class. */
const EVERYONE = -1

/** By grouping, by the kinds of another, by sample class. Most questions show the same groups to nearly everyone. */
const linkedPairs = new WeakMap<Grouping, WeakMap<Kinds, Map<number, number>>>()

/**
 * How many pairs all differences follow from, at least, among the respondents of a sample class: see `steadyPairs`. Of
 * those who answered a question there are fewer by no more than did not, since each is in one pair of a difference.
 */
export function linkedInWave(
  one: Grouping,
  other: Grouping,
  kinds: Kinds,
  classOf: Answerers['classOf'],
  sample: number,
): number {
  const byKinds = linkedPairs.get(one) ?? new WeakMap<Kinds, Map<number, number>>()
  linkedPairs.set(one, byKinds)
  const bySample = byKinds.get(kinds) ?? new Map<number, number>()
  byKinds.set(kinds, bySample)
  const key = classOf === undefined ? EVERYONE : sample
  let linked = bySample.get(key)
  if (linked === undefined) {
    const members = membersOf(sample, one.patternOf.length, classOf)
    linked = mostLinked(kinds, pairedByDifference(one, other, kinds, members))
    bySample.set(key, linked)
  }
  return linked
}

/** A plain loop: there are as many calls as pairs of questions, and as many steps in each as respondents. */
function membersOf(sample: number, size: number, classOf: Answerers['classOf']): Int32Array {
  const members = new Int32Array(size)
  let count = 0
  for (let who = 0; who < size; who++) if ((classOf?.[who] ?? 0) === sample) members[count++] = who
  return members.subarray(0, count)
}

function mostLinked(kinds: Kinds, paired: Int32Array): number {
  const numbers = [...new Set(paired)].sort((a, b) => b - a)
  return numbers.find((atLeast) => areLinked(kinds, paired, atLeast)) ?? 0
}
