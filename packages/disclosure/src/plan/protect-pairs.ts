import { findExposure } from './exposed-set.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Group, GroupSystem } from './group-system.ts'
import type { Grouping } from './grouping.ts'
import type { SteadyPairs } from './steady-pairs.ts'
import { publishedSets, type WithholdingRule, withholdGroups } from './withhold-groups.ts'

/** Of groups more than so many an atom, some few respondents follow by chance. */
const mostRows = 0.5

/** Steps of an elimination that takes about half a second. */
const mostSteps = 2e8

/** The groups of some groupings together, and how to choose among them. */
export interface JointTables {
  readonly system: GroupSystem
  readonly rule: WithholdingRule
}

/** Tables of a question by several groupings. */
export interface TablePairs {
  readonly groupings: readonly Grouping[]
  /** How many respondents answered. */
  readonly size: number
  readonly joint: (together: readonly Grouping[]) => JointTables
  /** Where this is withheld. */
  readonly steady: (withheld: GroupReasons) => SteadyPairs
}

/** Withholds what the tables by any two groupings give away when they are read together. */
export function protectPairs(tables: TablePairs, before: GroupReasons): GroupReasons {
  let reasons = before
  forUnsafePairs(
    tables,
    () => reasons,
    (pair) => {
      reasons = withReason(reasons, chosen(pair, reasons), 'PROTECTS_ANOTHER')
    },
  )
  return reasons
}

/**
 * Finds the pairs of groupings whose tables give something away when they are read together. Many are tried at once:
 * where these together give nothing away, no two of them do. Only where they do, fewer are tried.
 */
export function forUnsafePairs(
  { groupings, size, joint, steady }: TablePairs,
  withheld: () => GroupReasons,
  found: (pair: JointTables) => void,
): void {
  const isSteady = steady(withheld())
  const suspects = new Map(groupings.map((one) => [one, new Set<Grouping>()]))
  for (const [place, one] of groupings.entries()) {
    for (const other of groupings.slice(0, place)) {
      if (isSteady(other, one) || isSteady(one, other)) continue
      suspects.get(one)!.add(other)
      suspects.get(other)!.add(one)
    }
  }
  const isSuspect = (one: readonly Grouping[], other: readonly Grouping[]) =>
    one.some((first) => other.some((second) => suspects.get(first)!.has(second)))
  // No more atoms than respondents: where even so there are too many groups, no system has to be made to see it.
  const areMany = (all: readonly Grouping[]) => shownGroups(all, withheld()) > size * mostRows
  const protect = (one: readonly Grouping[], other: readonly Grouping[]): void => {
    if (!isSuspect(one, other)) return
    const all = [...one, ...other]
    if (all.length === 2) {
      const tables = joint(all)
      if (!isSafe(tables, withheld(), true)) found(tables)
    } else if (areMany(all) || !isSafe(joint(all), withheld(), false)) {
      for (const part of halves(one)) for (const otherPart of halves(other)) protect(part, otherPart)
    }
  }
  const protectWithin = (all: readonly Grouping[]): void => {
    if (!isSuspect(all, all) || (!areMany(all) && isSafe(joint(all), withheld(), false))) return
    const [one, other] = [all.slice(0, all.length / 2), all.slice(all.length / 2)]
    protectWithin(one)
    protectWithin(other)
    protect(one, other)
  }
  protectWithin(groupings.filter((one) => suspects.get(one)!.size > 0))
}

function shownGroups(groupings: readonly Grouping[], reasons: GroupReasons): number {
  const isShown = (group: Grouping['groups'][number]) => reasonOf(reasons, group) === undefined
  return groupings.reduce((sum, { groups }) => sum + groups.slice(1).filter(isShown).length, 0)
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
