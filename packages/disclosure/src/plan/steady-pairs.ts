import { echelonRows, prime } from '../span/modular-rows.ts'
import { type GroupReasons, reasonOf } from './group-reasons.ts'
import type { Answerers } from './group-system.ts'
import type { Grouping } from './grouping.ts'

/** So many are looked at first, for what these show, all show. */
const firstRespondents = [400, 3000]

/** Of more kinds of respondents, only those that differ in one group are compared. */
const fewKinds = 12

/** A grouping of more groups is only looked at as the one that others are compared within. */
const mostGroups = 40

/** A sample of more classes is not looked at. */
const mostClasses = 12

/** What a grouping's shown groups make of each pattern, and the rank of the differences. */
interface Kinds {
  readonly kindOf: readonly number[]
  /** By kind, 1 for each shown group that it is in. */
  readonly rows: readonly Float64Array[]
  readonly rank: number
  readonly differences: readonly Float64Array[]
  /** By kind, others to pair it with, and the place of their difference. */
  readonly steps: readonly (readonly (readonly [less: number, difference: number])[])[]
}

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
    return classes.every((members) => {
      const first = firstRespondents.filter((number) => number < members.length)
      return [...first, members.length].some((number) =>
        isLinked(one, other, own, members.slice(0, number), k),
      )
    })
  }
}

function respondentsByClass({ answered, classOf }: Answerers): number[][] {
  const byClass = new Map<number, number[]>()
  for (let respondent = 0; respondent < answered.length; respondent++) {
    if (answered[respondent] === 0) continue
    const sample = classOf?.[respondent] ?? 0
    const members = byClass.get(sample)
    if (members === undefined) byClass.set(sample, [respondent])
    else members.push(respondent)
  }
  return [...byClass.values()]
}

/** Most questions show the same groups of a grouping. */
const kindsByShown = new WeakMap<Grouping, Map<string, Kinds>>()

/** Undefined of a grouping of so many kinds that it is never found steady. */
function kindsOf(grouping: Grouping, reasons: GroupReasons): Kinds | undefined {
  if (grouping.groups.length > mostGroups) return undefined
  const isShown = grouping.groups.map((group) => reasonOf(reasons, group) === undefined)
  const all = kindsByShown.get(grouping) ?? new Map<string, Kinds>()
  kindsByShown.set(grouping, all)
  const kinds = all.get(isShown.join()) ?? kindsWhere(grouping, isShown)
  all.set(isShown.join(), kinds)
  return kinds
}

function kindsWhere({ groups, patterns }: Grouping, isShown: readonly boolean[]): Kinds {
  const places = new Map<string, number>()
  const rows: Float64Array[] = []
  const kindOf = patterns.map((pattern) => {
    const own = pattern.groups.filter((place) => isShown[place]).sort((a, b) => a - b)
    const row = Float64Array.from(groups, (_, group) => Number(own.includes(group)))
    const place = places.get(own.join()) ?? rows.push(row) - 1
    places.set(own.join(), place)
    return place
  })
  const first = rows[0]!
  const rank = rankOf(rows.slice(1).map((row) => difference(row, first)))
  return { kindOf, rows, rank, ...stepsBetween(rows) }
}

/**
 * Whether all differences between kinds follow from those of which `k` and more respondents can be paired. No respondent
 * is in two pairs of the same difference: a kind that one more step leads to would be twice in a group.
 */
function isLinked(
  one: Grouping,
  other: Grouping,
  kinds: Kinds,
  members: readonly number[],
  k: number,
): boolean {
  if (kinds.rank === 0) return true
  const counts = new Map<number, Int32Array>()
  for (const respondent of members) {
    const pattern = one.patternOf[respondent]!
    const own = counts.get(pattern) ?? new Int32Array(kinds.rows.length)
    counts.set(pattern, own)
    own[kinds.kindOf[other.patternOf[respondent]!]!]!++
  }
  const paired = new Int32Array(kinds.differences.length)
  const enough: Float64Array[] = []
  for (const own of counts.values()) {
    let grew = false
    for (let more = 0; more < own.length; more++) {
      if (own[more] === 0) continue
      for (const [less, difference] of kinds.steps[more]!) {
        const before = paired[difference]!
        if (before >= k) continue
        paired[difference] = before + Math.min(own[more]!, own[less]!)
        if (paired[difference]! < k) continue
        enough.push(kinds.differences[difference]!)
        grew = true
      }
    }
    if (grew && enough.length >= kinds.rank && rankOf(enough) === kinds.rank) return true
  }
  return false
}

/** Pairs of kinds by their difference: all pairs of a few kinds, of many those that differ in one group. */
function stepsBetween(rows: readonly Float64Array[]) {
  const differences: Float64Array[] = []
  const places = new Map<string, number>()
  const steps = rows.map((): [number, number][] => [])
  for (const [more, row] of rows.entries()) {
    for (const [less, other] of rows.entries()) {
      const unlike = row.reduce((count, value, group) => count + Number(value !== other[group]), 0)
      const isUp = row.some(
        (value, group) =>
          value > other[group]! && row.subarray(0, group).every((own, before) => own === other[before]),
      )
      if (!isUp || (rows.length > fewKinds && unlike > 1)) continue
      const own = difference(row, other)
      const place = places.get(own.join()) ?? differences.push(own) - 1
      places.set(own.join(), place)
      steps[more]!.push([less, place])
    }
  }
  return { differences, steps }
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, place) => {
    const own = value - other[place]!
    return own < 0 ? own + prime : own
  })
}

function rankOf(rows: readonly Float64Array[]): number {
  return echelonRows(
    rows.map((row) => row.slice()),
    [...(rows[0] ?? []).keys()],
  ).rows.length
}
