import type { Grouping } from './grouping.ts'
import { type Kinds, rankOf } from './kinds.ts'

/**
 * By difference, how many respondents can be paired: alike in one grouping, and by this difference unlike in the other.
 * Nobody is in two pairs of the same difference: a kind that one more step leads to would be twice in a group.
 */
export function pairedByDifference(
  one: Grouping,
  other: Grouping,
  { kindOf, rows, steps, differences }: Kinds,
  members: Int32Array,
): Int32Array {
  const kinds = rows.length
  const counts = new Int32Array(one.patterns.length * kinds)
  for (let index = 0; index < members.length; index++) {
    const respondent = members[index]!
    counts[one.patternOf[respondent]! * kinds + kindOf[other.patternOf[respondent]!]!]!++
  }
  const paired = new Int32Array(differences.length)
  for (let pattern = 0; pattern < one.patterns.length; pattern++) {
    const cells = counts.subarray(pattern * kinds, (pattern + 1) * kinds)
    for (let more = 0; more < kinds; more++) {
      const own = cells[more]!
      if (own === 0) continue
      for (const [less, difference] of steps[more]!) paired[difference]! += Math.min(own, cells[less]!)
    }
  }
  return paired
}

/** Whether all differences follow from those of which so many respondents and more can be paired. */
export function areLinked({ rank, differences }: Kinds, paired: Int32Array, atLeast: number): boolean {
  const enough = differences.filter((_, difference) => paired[difference]! >= atLeast)
  return enough.length >= rank && rankOf(enough) === rank
}
