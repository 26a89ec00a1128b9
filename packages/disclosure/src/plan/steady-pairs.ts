import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { Answerers } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import { type Kinds, kindsOf } from './kinds.ts'
import { linkedInWave } from './linked-in-wave.ts'
import { foursAlike, pairedByFours } from './paired-by-fours.ts'
import { areLinked, pairedByDifference } from './paired-kinds.ts'

/** So many are looked at first, for what these show, all show. */
const firstRespondents = [400, 3000]

/** A sample of more classes is not looked at. */
const mostClasses = 12

/** Says of two groupings whether tables by the second cannot help those by the first. */
export type SteadyPairs = (one: Grouping, other: Grouping) => boolean

/**
 * Whether tables by one grouping cannot help those by another to tell fewer than `k` respondents apart. A sufficient
 * condition, of which nothing follows where it does not hold.
 *
 * What both sum up to is f(p) + g(q), with p and q what a respondent is in either. A set so summed up has 1 in it and 0
 * outside. Of two kinds q, those who are alike in p all differ by the same: by 0, or the set holds one of each two. So
 * where `k` and more can be paired, it is 0. Where this makes g the same for all, f tells as much as both. The same
 * holds of two who are together in p what two others are, in the place of two who are alike.
 *
 * @param withheld what is withheld of the tables
 * @param plain what is withheld of the same tables unweighted, which show more
 */
export function steadyPairs(
  answerers: Answerers,
  withheld: GroupReasons,
  plain: GroupReasons,
  k: number,
): SteadyPairs {
  const classes = respondentsByClass(answerers)
  const known = new Map<Grouping, Shown>()
  const shownOf = (grouping: Grouping) => {
    const shown = known.get(grouping) ?? shownBy(grouping, plain, classes)
    known.set(grouping, shown)
    return shown
  }
  // The argument is of few respondents; a unanimous group is not to follow whatever its size.
  const hasUnanimous = ({ groups }: Grouping) =>
    groups.some((group) => reasonOf(withheld, group) === 'UNANIMOUS')
  return (one, other) => {
    const { kinds } = shownOf(other)
    if (classes.length > mostClasses || kinds === undefined || hasUnanimous(one) || hasUnanimous(other))
      return false
    if (reasonOf(withheld, one.groups[0]!) !== undefined) return false
    const ofWave = (sample: number) => linkedInWave(one, other, kinds, answerers.classOf, sample)
    const isLinked = (paired: Int32Array) => areLinked(kinds, paired, k)
    return classes.every(
      ({ sample, members, missing }, place) =>
        ofWave(sample) >= k + missing ||
        members.some((some) => isLinked(pairedByDifference(one, other, kinds, some))) ||
        (shownOf(one).kinds === undefined &&
          isLinked(
            pairedByFours(shownOf(one).fours(place), kindsAmong(members[0]!, other, kinds), kinds, k),
          )),
    )
  }
}

/** A grouping as a question shows it. */
interface Shown {
  readonly kinds: Kinds | undefined
  /** By place of a sample class. */
  readonly fours: (place: number) => Int32Array
}

function shownBy(grouping: Grouping, plain: GroupReasons, classes: readonly SampleClass[]): Shown {
  const isShown = grouping.groups.map((group) => reasonOf(plain, group) === undefined)
  const fours: Int32Array[] = []
  return {
    kinds: kindsOf(grouping, isShown),
    fours: (place) => {
      fours[place] ??= foursAlike(grouping, isShown, classes[place]!.members[0]!)
      return fours[place]
    },
  }
}

function kindsAmong(members: Int32Array, { patternOf }: Grouping, { kindOf }: Kinds): Int32Array {
  return members.map((respondent) => kindOf[patternOf[respondent]!]!)
}

interface SampleClass {
  readonly sample: number
  /** Those who answered: the first of them, more, and all. */
  readonly members: readonly Int32Array[]
  /** How many did not answer. */
  readonly missing: number
}

function respondentsByClass({ answered, classOf }: Answerers): SampleClass[] {
  const bySample = new Map<number, { members: number[]; missing: number }>()
  for (let respondent = 0; respondent < answered.length; respondent++) {
    const sample = classOf?.[respondent] ?? 0
    const own = bySample.get(sample) ?? { members: [], missing: 0 }
    bySample.set(sample, own)
    if (answered[respondent] === 0) own.missing++
    else own.members.push(respondent)
  }
  return Array.from(bySample, ([sample, { members, missing }]) => {
    const all = Int32Array.from(members)
    const first = firstRespondents.filter((number) => number < all.length)
    return { sample, missing, members: [...first, all.length].map((number) => all.subarray(0, number)) }
  }).filter(({ members }) => members[0]!.length > 0)
}
