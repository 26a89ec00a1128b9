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

/** The same with these groups withheld for a reason, whatever it was before. */
export function withReason(
  reasons: GroupReasons,
  groups: readonly NamedGroup[],
  reason: WithheldReason,
): GroupReasons {
  const added = groups.flatMap(({ names }) => names.map((name) => [nameKey(name), reason] as const))
  return new Map([...reasons, ...added])
}

/** The same, each withheld group under all of its names. */
export function underAllNames(reasons: GroupReasons, groups: readonly NamedGroup[]): GroupReasons {
  return groups.reduce((all, group) => {
    const reason = reasonOf(all, group)
    const isComplete = reason === undefined || group.names.every((name) => all.has(nameKey(name)))
    return isComplete ? all : withReason(all, [group], reason)
  }, reasons)
}

/** Those of a family, as a plan writes them. */
export function familyReasons(
  reasons: GroupReasons,
  groups: readonly NamedGroup[],
  { by }: Family,
): WithheldGroups {
  const own = groups.flatMap(({ names }) => names.filter((name) => name.by.join('/') === by.join('/')))
  return Object.fromEntries(
    own.flatMap((name) => {
      const reason = reasons.get(nameKey(name))
      return reason === undefined ? [] : [[name.key, reason]]
    }),
  )
}

/** Those of a question, from what a plan writes of its families. */
export function reasonsOf(
  withheld: Readonly<Record<string, WithheldGroups>>,
  question: string,
): GroupReasons {
  const own = Object.entries(withheld).filter(([family]) => family.startsWith(`${question}|`))
  return new Map(
    own.flatMap(([family, groups]) =>
      Object.entries(groups).map(
        ([key, reason]) => [`${family.slice(question.length + 1)}|${key}`, reason] as const,
      ),
    ),
  )
}
