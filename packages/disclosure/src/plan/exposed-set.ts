import { combinationFor, follows } from '../span/combination.ts'
import { lightSet, UNKNOWN } from '../span/light-set.ts'
import { echelonRows, rowOf } from '../span/modular-rows.ts'
import type { Group, GroupSystem } from './group-system.ts'

/** A count that is published: a group's own, or one of its parts'; of no group where it is published in any case. */
export interface PublishedSet {
  readonly atoms: readonly number[]
  readonly group?: Group
}

/** A count that follows from published ones and must not be known: of a set of atoms, in terms of these sets. */
interface Exposure {
  readonly target: readonly number[]
  readonly sets: readonly (readonly number[])[]
}

/**
 * Looks for a count that must not be known and follows from published ones: of fewer than `k` respondents, of a
 * group that is empty, or of a secret one. `UNKNOWN` where the search was given up.
 */
export function findExposure(
  { sizes }: GroupSystem,
  published: readonly PublishedSet[],
  secret: readonly Group[],
  k: number,
): Exposure | typeof UNKNOWN | undefined {
  const all = published.map(({ atoms }) => atoms)
  const isOccupied = (atom: number) => sizes[atom]! > 0
  const occupied = all.map((set) => set.filter(isOccupied))
  const light = lightSet(occupied, sizes, k)
  if (light === UNKNOWN) return UNKNOWN
  if (light !== undefined) return { target: light, sets: occupied }
  const large = secret.filter(({ size }) => size >= k).map(({ atoms }) => atoms.filter(isOccupied))
  const empty = secret.filter(({ size, atoms }) => size === 0 && atoms.length > 0).map(({ atoms }) => atoms)
  return firstFollowing(large, occupied, sizes.length) ?? firstFollowing(empty, all, sizes.length)
}

/**
 * The published sets that an exposed count follows from: the first of them, where there is a choice; all, where the
 * search was given up.
 */
export function exposingSets(
  { sizes }: GroupSystem,
  published: readonly PublishedSet[],
  exposure: Exposure | typeof UNKNOWN,
): readonly PublishedSet[] {
  if (exposure === UNKNOWN) return published
  const places = combinationFor(exposure.target, exposure.sets, sizes.length)
  return (places ?? [...published.keys()]).map((place) => published[place]!)
}

/** The first of these targets that follows from the sets. */
function firstFollowing(
  targets: readonly (readonly number[])[],
  sets: readonly (readonly number[])[],
  width: number,
): Exposure | undefined {
  if (targets.length === 0) return undefined
  const reduced = echelonRows(
    sets.map((set) => rowOf(set, width)),
    Array(width).keys(),
  )
  const target = targets.find((candidate) => follows(candidate, reduced, width))
  return target && { target, sets }
}
