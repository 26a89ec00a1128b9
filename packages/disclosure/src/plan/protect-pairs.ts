import { findExposure } from './exposed-set.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Group, GroupSystem } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import { publishedSets, type WithholdingRule, withholdGroups } from './withhold-groups.ts'

/** Of groups more than so many an atom, some few respondents follow by chance. */
const mostRows = 0.8

/** Steps of an elimination that takes about half a second. */
const mostSteps = 2e8

/** The groups of some groupings together, and how to choose among them. */
export interface JointTables {
  readonly system: GroupSystem
  readonly rule: WithholdingRule
}

/** Withholds what the tables by any two groupings give away when they are read together. */
export function protectPairs(
  groupings: readonly Grouping[],
  joint: (together: readonly Grouping[]) => JointTables,
  before: GroupReasons,
): GroupReasons {
  let reasons = before
  forUnsafePairs(
    groupings,
    joint,
    () => reasons,
    (tables) => {
      reasons = withReason(reasons, chosen(tables, reasons), 'PROTECTS_ANOTHER')
    },
  )
  return reasons
}

/**
 * Finds the pairs of groupings whose tables give something away when they are read together. Many are tried at once:
 * where these together give nothing away, no two of them do. Only where they do, fewer are tried.
 */
export function forUnsafePairs(
  groupings: readonly Grouping[],
  joint: (together: readonly Grouping[]) => JointTables,
  withheld: () => GroupReasons,
  found: (pair: JointTables) => void,
): void {
  const protect = (one: readonly Grouping[], other: readonly Grouping[]): void => {
    const tables = joint([...one, ...other])
    const isPair = one.length + other.length === 2
    if (isSafe(tables, withheld(), isPair)) return
    if (isPair) found(tables)
    else for (const part of halves(one)) for (const otherPart of halves(other)) protect(part, otherPart)
  }
  const protectWithin = (all: readonly Grouping[]): void => {
    if (all.length < 2 || isSafe(joint(all), withheld(), false)) return
    const [one, other] = [all.slice(0, all.length / 2), all.slice(all.length / 2)]
    protectWithin(one)
    protectWithin(other)
    protect(one, other)
  }
  protectWithin(groupings)
}

function halves<Item>(list: readonly Item[]): (readonly Item[])[] {
  const middle = Math.ceil(list.length / 2)
  return [list.slice(0, middle), list.slice(middle)].filter((half) => half.length > 0)
}

/** Whether tables give nothing away. Unless it has to be known, tables too many to be safe are not looked at. */
function isSafe({ system, rule }: JointTables, reasons: GroupReasons, exactly: boolean): boolean {
  const shown = system.groups.filter((group) => reasonOf(reasons, group) === undefined)
  const published = publishedSets(shown, new Set(), rule.always)
  const [rows, columns] = [published.length, system.sizes.length]
  if (!exactly && (rows > columns * mostRows || rows * rows * columns > mostSteps)) return false
  return findExposure(system, published, unanimous(system, reasons), rule.k) === undefined
}

function chosen({ system, rule }: JointTables, reasons: GroupReasons): Group[] {
  const withheld = new Set(system.groups.filter((group) => reasonOf(reasons, group) !== undefined))
  return withholdGroups(system, rule, withheld, unanimous(system, reasons))
}

/** Those too small are sought whatever they are called. */
function unanimous({ groups }: GroupSystem, reasons: GroupReasons): Group[] {
  return groups.filter((group) => reasonOf(reasons, group) === 'UNANIMOUS')
}
