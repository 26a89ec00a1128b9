import { prime, reduceRows } from '../span/modular-rows.ts'
import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { Answerers } from './group-system.ts'
import type { Grouping, NamedGroup } from './grouping.ts'

/** More respondents are looked at only in vain: fewer can only say less. */
const mostRespondents = 2000

/** Kinds of respondents that are compared with each other, the most frequent. */
const mostKinds = 24

/** A sample of more classes is not looked at. */
const mostClasses = 12

/** What is withheld of the tables, and of the same tables unweighted, which show more; and the smallest group. */
interface WithheldSoFar {
  readonly plain: GroupReasons
  readonly withheld: GroupReasons
  readonly k: number
}

/**
 * Whether tables by `other` cannot help those by `one` to tell fewer than `k` respondents apart. A sufficient
 * condition, of which nothing follows where it does not hold.
 *
 * What both sum up to is f(p) + g(q), with p and q what a respondent is in either. A set so summed up has 1 in it and 0
 * outside. Of two kinds q, those who are alike in p all differ by the same: by 0, or the set holds one of each two. So
 * where `k` and more can be paired, it is 0. Where this makes g the same for all, f tells as much as both.
 */
export function isSteady(
  one: Grouping,
  other: Grouping,
  { answered, classOf }: Answerers,
  { plain, withheld, k }: WithheldSoFar,
): boolean {
  if (reasonOf(withheld, one.groups[0]!) !== undefined) return false
  const isUnanimous = (group: NamedGroup) => reasonOf(withheld, group) === 'UNANIMOUS'
  // The argument is of few respondents; a unanimous group is not to follow whatever its size.
  if (one.groups.some(isUnanimous) || other.groups.some(isUnanimous)) return false
  const kinds = kindsOf(other, plain)
  if (kinds.rank === 0) return true
  const byClass = new Map<number, number[]>()
  for (let respondent = 0; respondent < answered.length; respondent++) {
    if (answered[respondent] === 0) continue
    const sample = classOf?.[respondent] ?? 0
    const members = byClass.get(sample)
    if (members === undefined) byClass.set(sample, [respondent])
    else if (members.length < mostRespondents) members.push(respondent)
    if (byClass.size > mostClasses) return false
  }
  return [...byClass.values()].every((members) => linked(one, other, kinds, members, k) === kinds.rank)
}

/** What a grouping's shown groups make of each pattern, and the rank of the differences. */
interface Kinds {
  readonly kindOf: readonly number[]
  /** By kind, 1 for each shown group that it is in. */
  readonly rows: readonly Float64Array[]
  readonly rank: number
}

function kindsOf({ groups, patterns }: Grouping, reasons: GroupReasons): Kinds {
  const isShown = groups.map((group) => reasonOf(reasons, group) === undefined)
  const places = new Map<string, number>()
  const rows: Float64Array[] = []
  const kindOf = patterns.map((pattern) => {
    const own = pattern.groups.filter((place) => isShown[place]).sort((a, b) => a - b)
    const key = own.join()
    const place =
      places.get(key) ?? rows.push(Float64Array.from(groups, (_, group) => Number(own.includes(group)))) - 1
    places.set(key, place)
    return place
  })
  const first = rows[0]!
  return { kindOf, rows, rank: rankOf(rows.slice(1).map((row) => difference(row, first))) }
}

/** The rank of the differences between kinds of which `k` and more respondents can be paired. */
function linked(one: Grouping, other: Grouping, kinds: Kinds, members: readonly number[], k: number): number {
  const counts = new Map<number, Int32Array>()
  const total = new Int32Array(kinds.rows.length)
  for (const respondent of members) {
    const kind = kinds.kindOf[other.patternOf[respondent]!]!
    const pattern = one.patternOf[respondent]!
    const own = counts.get(pattern) ?? new Int32Array(kinds.rows.length)
    counts.set(pattern, own)
    own[kind]!++
    total[kind]!++
  }
  const frequent = [...total.keys()].sort((a, b) => total[b]! - total[a]!).slice(0, mostKinds)
  const found: Float64Array[] = []
  for (const [index, kind] of frequent.entries()) {
    for (const partner of frequent.slice(0, index)) {
      let pairs = 0
      for (const own of counts.values()) {
        pairs += Math.min(own[kind]!, own[partner]!)
        if (pairs >= k) break
      }
      if (pairs >= k) found.push(difference(kinds.rows[kind]!, kinds.rows[partner]!))
    }
  }
  return rankOf(found)
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, place) => {
    const own = value - other[place]!
    return own < 0 ? own + prime : own
  })
}

function rankOf(rows: readonly Float64Array[]): number {
  return reduceRows(
    rows.map((row) => row.slice()),
    [...(rows[0] ?? []).keys()],
  ).rows.length
}
