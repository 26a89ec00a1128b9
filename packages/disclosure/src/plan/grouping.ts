import type { GroupKind } from '../release-plan.ts'

/** A group as a table names it. */
export interface GroupName {
  /** The variables that single it out; none for everyone who answered the question. */
  readonly by: readonly string[]
  /** Its `groupKey`. */
  readonly key: string
  /** Both: no other group of a question has it. */
  readonly path: string
}

/** The name of a group of a table by these variables. */
export function groupName(by: readonly string[], key: string): GroupName {
  return { by, key, path: `${by.join('/')}|${key}` }
}

/** A group that tables show. */
export interface NamedGroup {
  /** Several where tables name the same respondents differently. */
  readonly names: readonly GroupName[]
  readonly kind: GroupKind
  /** How many variables single it out. */
  readonly depth: number
  /** Whether answers to another question single it out; such groups are withheld before those by background. */
  readonly byQuestion: boolean
}

/** Respondents who are in exactly the same groups. */
export interface Pattern {
  /** Places of the groups they are in. */
  readonly groups: readonly number[]
  /** Of each variable that has one answer a respondent, their category and the nets that hold it. */
  readonly answers: ReadonlyMap<string, readonly string[]>
}

/** What some tables of a wave single out: groups, and who is in them. */
export interface Grouping {
  readonly groups: readonly NamedGroup[]
  /** Those that occur; then one for each empty category or combination, so that it is protected as a small one is. */
  readonly patterns: readonly Pattern[]
  /** The pattern of each respondent. */
  readonly patternOf: Int32Array
}
