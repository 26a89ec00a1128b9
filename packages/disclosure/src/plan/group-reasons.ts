import {
  type Family,
  familyKey,
  type ReleasePlan,
  type WithheldGroups,
  type WithheldReason,
} from '../release-plan.ts'
import { groupName, type NamedGroup } from './grouping.ts'

/** Why groups of a question are withheld, by their names. */
export type GroupReasons = ReadonlyMap<string, WithheldReason>

/** Why a group is withheld; undefined where it is shown. Its names are withheld together. */
export function reasonOf(reasons: GroupReasons, { names }: NamedGroup): WithheldReason | undefined {
  for (const name of names) {
    const reason = reasons.get(name.path)
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
  const added = groups.flatMap(({ names }) => names.map((name) => [name.path, reason] as const))
  return new Map([...reasons, ...added])
}

/** The same, each withheld group under all of its names. */
export function underAllNames(reasons: GroupReasons, groups: readonly NamedGroup[]): GroupReasons {
  return groups.reduce((all, group) => {
    const reason = reasonOf(all, group)
    const isComplete = reason === undefined || group.names.every((name) => all.has(name.path))
    return isComplete ? all : withReason(all, [group], reason)
  }, reasons)
}

/** Those of some families of a question, as a plan writes them. */
export function familyReasons(
  reasons: GroupReasons,
  groups: readonly NamedGroup[],
  families: readonly Family[],
): Record<string, WithheldGroups> {
  const byTables = new Map(families.map(({ by }) => [by.join('/'), {} as Record<string, WithheldReason>]))
  for (const { by, key, path } of groups.flatMap(({ names }) => names)) {
    const reason = reasons.get(path)
    const own = reason && byTables.get(by.join('/'))
    if (own) own[key] = reason
  }
  return Object.fromEntries(families.map((family) => [familyKey(family), byTables.get(family.by.join('/'))!]))
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
        ([key, reason]) => [groupName([family.slice(question.length + 1)], key).path, reason] as const,
      ),
    ),
  )
}

/** What a plan withholds of a question. */
export function withheldOf(plan: ReleasePlan, question: string) {
  return {
    plain: reasonsOf(plan.withheld, question),
    weighted: reasonsOf(plan.withheldWeighted, question),
  }
}
