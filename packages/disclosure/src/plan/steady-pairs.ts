import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { Answerers } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import { type Kinds, kindsOf } from './kinds.ts'
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
 * where `k` and more can be paired, it is 0. Where this makes g the same for all, f tells as much as both.
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
  const known = new Map<Grouping, Kinds | undefined>()
  const kinds = (grouping: Grouping) => {
    if (!known.has(grouping)) known.set(grouping, kindsOf(grouping, plain))
    return known.get(grouping)
  }
  // The argument is of few respondents; a unanimous group is not to follow whatever its size.
  const hasUnanimous = ({ groups }: Grouping) =>
    groups.some((group) => reasonOf(withheld, group) === 'UNANIMOUS')
  return (one, other) => {
    const own = kinds(other)
    if (classes.length > mostClasses || own === undefined || hasUnanimous(one) || hasUnanimous(other))
      return false
    if (reasonOf(withheld, one.groups[0]!) !== undefined) return false
    return classes.every((members) =>
      members.some((some) => areLinked(own, pairedByDifference(one, other, own, some), k)),
    )
  }
}

/** Those who answered, by sample class: the first of them, more, and all. */
function respondentsByClass({ answered, classOf }: Answerers): (readonly Int32Array[])[] {
  const byClass = new Map<number, number[]>()
  for (let respondent = 0; respondent < answered.length; respondent++) {
    if (answered[respondent] === 0) continue
    const sample = classOf?.[respondent] ?? 0
    const members = byClass.get(sample)
    if (members === undefined) byClass.set(sample, [respondent])
    else members.push(respondent)
  }
  return Array.from(byClass.values(), (list) => {
    const members = Int32Array.from(list)
    const first = firstRespondents.filter((number) => number < members.length)
    return [...first, members.length].map((number) => members.subarray(0, number))
  })
}
