import { combinationFor, follows } from '../span/combination.ts'
import { lightSet, UNKNOWN } from '../span/light-set.ts'
import { reduceRows, rowOf } from '../span/modular-rows.ts'
import type { Group, GroupSystem } from './group-system.ts'

/** A count that is published: a group's own, or one of its parts'; of no group where it is published in any case. */
export interface PublishedSet {
  readonly atoms: readonly number[]
  readonly group?: Group
}

/**
 * Looks for a count that must not be known and follows from published ones: of fewer than `k` respondents, of a
 * group that is empty, or of one that is withheld for its own sake. Gives the sets it follows from, the first of
 * `published` where there is a choice; all of them where it is not known whether there is one; undefined where
 * there is none.
 */
export function exposingSets(
  { sizes }: GroupSystem,
  published: readonly PublishedSet[],
  ownSake: readonly Group[],
  k: number,
): readonly PublishedSet[] | undefined {
  const sets = published.map(({ atoms }) => atoms)
  const light = lightSet(sets, sizes, k)
  if (light === UNKNOWN) return published
  const isOccupied = (atom: number) => sizes[atom]! > 0
  const occupied = () => sets.map((set) => set.filter(isOccupied))
  const named = (target: readonly number[], of: readonly (readonly number[])[]) =>
    combinationFor(target, of, sizes.length)!.map((place) => published[place]!)
  if (light !== undefined) return named(light, occupied())
  const large = firstFollowing(
    ownSake.filter(({ size }) => size >= k).map(({ atoms }) => atoms.filter(isOccupied)),
    occupied,
    sizes.length,
  )
  if (large !== undefined) return named(large, occupied())
  const empty = firstFollowing(
    ownSake.filter(({ size, atoms }) => size === 0 && atoms.length > 0).map(({ atoms }) => atoms),
    () => sets,
    sizes.length,
  )
  return empty && named(empty, sets)
}

/** The first of these targets that follows from the sets. */
function firstFollowing(
  targets: readonly (readonly number[])[],
  sets: () => readonly (readonly number[])[],
  width: number,
): readonly number[] | undefined {
  if (targets.length === 0) return undefined
  const reduced = reduceRows(
    sets().map((set) => rowOf(set, width)),
    Array(width).keys(),
  )
  return targets.find((target) => follows(target, reduced, width))
}
