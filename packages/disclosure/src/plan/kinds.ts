import { echelonRows, prime } from '../span/modular-rows.ts'
import type { Grouping } from './grouping.ts'

/** Of more kinds of respondents, only those that differ in one group are compared. */
const fewKinds = 12

/** A grouping of more groups is only looked at as the one that others are compared within. */
const mostGroups = 40

/** What a grouping's shown groups make of each pattern, and the rank of the differences. */
export interface Kinds {
  readonly kindOf: readonly number[]
  /** By kind, 1 for each shown group that it is in. */
  readonly rows: readonly Float64Array[]
  readonly rank: number
  readonly differences: readonly Float64Array[]
  /** By kind, others to pair it with, and the place of their difference. */
  readonly steps: readonly (readonly (readonly [less: number, difference: number])[])[]
  /** By two kinds, the place of their difference, whichever is more; -1 where they are not compared. */
  readonly between: Int32Array
}

/** Most questions show the same groups of a grouping. */
const kindsByShown = new WeakMap<Grouping, Map<string, Kinds>>()

/** Undefined of a grouping of so many kinds that it is never found steady. */
export function kindsOf(grouping: Grouping, isShown: readonly boolean[]): Kinds | undefined {
  if (grouping.groups.length > mostGroups) return undefined
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

/** Pairs of kinds by their difference: all pairs of a few kinds, of many those that differ in one group. */
function stepsBetween(rows: readonly Float64Array[]) {
  const differences: Float64Array[] = []
  const places = new Map<string, number>()
  const steps = rows.map((): [number, number][] => [])
  const between = new Int32Array(rows.length ** 2).fill(-1)
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
      between[more * rows.length + less] = place
      between[less * rows.length + more] = place
    }
  }
  return { differences, steps, between }
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, place) => {
    const own = value - other[place]!
    return own < 0 ? own + prime : own
  })
}

/** How many of these rows do not follow from the others. */
export function rankOf(rows: readonly Float64Array[]): number {
  return echelonRows(
    rows.map((row) => row.slice()),
    [...(rows[0] ?? []).keys()],
  ).rows.length
}
