import type { Group, GroupSystem } from './group-system.ts'
import { follows, smallSetFollows, spanOf } from './linear-span.ts'

/**
 * Chooses the groups of a family to withhold: those below `k`, empty ones too; then, while what is left allows
 * somebody to compute the count of fewer than `k` respondents, the smallest group of the least importance.
 * What turns out not to be needed is shown after all.
 *
 * @param always sets of atoms that are published in any case
 * @param initial keys of groups that are withheld in any case
 * @returns keys of the withheld groups, in the family's order
 */
export function withholdGroups(
  system: GroupSystem,
  k: number,
  always: readonly (readonly number[])[],
  initial: readonly string[] = [],
): string[] {
  const withheld = new Set(
    system.groups.filter((group) => initial.includes(group.key) || isSmall(system, group, k)),
  )
  const safe = () => isSafe(system, withheld, always, k)
  const candidates = system.groups
    .filter((group) => !withheld.has(group))
    .sort((a, b) => a.importance - b.importance || a.size - b.size)
  const chosen: Group[] = []
  for (const group of candidates) {
    if (safe()) break
    withheld.add(group)
    chosen.push(group)
  }
  for (const group of chosen.toReversed()) {
    withheld.delete(group)
    if (!safe()) withheld.add(group)
  }
  return system.groups.filter((group) => withheld.has(group)).map((group) => group.key)
}

/** Whether a group, or a part of it that its figures give away, has fewer than `k` respondents. */
function isSmall({ atoms }: GroupSystem, { size, parts }: Group, k: number): boolean {
  return size < k || parts.some((part) => sizeOf(part, atoms) < k)
}

function sizeOf(set: readonly number[], atoms: GroupSystem['atoms']): number {
  return set.reduce((sum, atom) => sum + atoms[atom]!.size, 0)
}

function isSafe(
  { atoms, groups }: GroupSystem,
  withheld: ReadonlySet<Group>,
  always: readonly (readonly number[])[],
  k: number,
): boolean {
  const sizes = atoms.map((atom) => atom.size)
  const published = [...always, ...groups.flatMap((group) => (withheld.has(group) ? [] : group.parts))]
  const all = spanOf(published, sizes)
  const exposed = groups
    .flatMap((group) => group.parts)
    .some((part) => sizeOf(part, atoms) < k && follows(part, all, sizes.length))
  if (exposed) return false
  // Whoever knows which atoms are empty computes with the others alone.
  const occupied = published.map((set) => set.filter((atom) => sizes[atom]! > 0))
  return !smallSetFollows(spanOf(occupied, sizes), sizes, k)
}
