import type { Family, WithheldGroups, WithheldReason } from '../release-plan.ts'
import type { GroupName, NamedGroup } from './grouping.ts'

/** Why groups of a question are withheld, by their names. */
export type GroupReasons = ReadonlyMap<string, WithheldReason>

const nameKey = ({ by, key }: GroupName) => `${by.join('/')}|${key}`

/** Why a group is withheld; undefined where it is shown. Its names are withheld together. */
export function reasonOf(reasons: GroupReasons, { names }: NamedGroup): WithheldReason | undefined {
  for (const name of names) {
    const reason = reasons.get(nameKey(name))
    if (reason !== undefined) return reason
  }
  return undefined
}

/** The same with more groups withheld; a reason given before stays. */
export function withReasons(
  reasons: GroupReasons,
  groups: readonly NamedGroup[],
  reasonFor: (group: NamedGroup) => WithheldReason,
): GroupReasons {
  const added = groups.flatMap((group) =>
    group.names.map((name) => [nameKey(name), reasonOf(reasons, group) ?? reasonFor(group)] as const),
  )
  return new Map([...reasons, ...added])
}

/** Those of a family, as a plan writes them. */
export function familyReasons(reasons: GroupReasons, groups: readonly NamedGroup[], { by }: Family): WithheldGroups {
  const own = groups.flatMap(({ names }) => names.filter((name) => name.by.join('/') === by.join('/')))
  return Object.fromEntries(
    own.flatMap((name) => {
      const reason = reasons.get(nameKey(name))
      return reason === undefined ? [] : [[name.key, reason]]
    }),
  )
}

