import type { VariableCodes } from '@peo/tabulation'
import {
  EVERYONE,
  type Family,
  familyKey,
  groupKey,
  type ReleasePlan,
  type WithheldGroups,
  type WithheldReason,
} from '../release-plan.ts'
import { releasedFamilies } from '../released-families.ts'

/**
 * How much of a set of tables is shown. A group is a combination of categories and nets, totals included; a number
 * is one answer's count in one group, or one mean.
 */
export interface Visibility {
  readonly groupsShown: number
  readonly groupsWithheld: Readonly<Record<WithheldReason, number>>
  readonly numbersShown: number
  readonly numbersWithheld: number
}

/** A group that a plan withholds. */
export interface WithheldGroup {
  readonly family: Family
  /** One per variable of the family: a category, `net:<code>`, or `EVERYONE`. */
  readonly codes: readonly string[]
  readonly reason: WithheldReason
}

/** A shape of tables: a question alone, by a breakdown, or by another question. */
export type Shape =
  | { readonly kind: 'ALONE' }
  | { readonly kind: 'BREAKDOWN'; readonly breakdown: readonly string[] }
  | { readonly kind: 'QUESTIONS' }

/** What a plan costs: what it shows, and what it withholds. */
export interface ReleaseCost {
  readonly total: Visibility
  readonly shapes: readonly { readonly shape: Shape; readonly visibility: Visibility }[]
  /** Of the tables in which it is the question that groups answered; a breakdown by itself is in none. */
  readonly questions: readonly { readonly question: string; readonly visibility: Visibility }[]
  readonly withheld: readonly WithheldGroup[]
}

interface FamilyCost {
  readonly family: Family
  readonly visibility: Visibility
  readonly withheld: readonly WithheldGroup[]
}

/** The variables of a wave by code. */
type Variables = ReadonlyMap<string, VariableCodes>

/** What the unweighted tables of a plan cost. Tables of two questions count twice: each by the other. */
export function releaseCost(variables: Variables, plan: ReleasePlan): ReleaseCost {
  const costs = releasedFamilies(plan).flatMap((family) => familyCost(variables, plan, family) ?? [])
  const sumOf = (belongs: (family: Family) => boolean) =>
    sum(costs.filter(({ family }) => belongs(family)).map(({ visibility }) => visibility))
  const isBreakdown = ({ by }: Family) => plan.breakdowns.includes(by)
  const breakdowns = plan.breakdowns.map((breakdown) => ({
    shape: { kind: 'BREAKDOWN', breakdown } as const,
    visibility: sumOf(({ by }) => by === breakdown),
  }))
  return {
    total: sumOf(() => true),
    shapes: [
      { shape: { kind: 'ALONE' }, visibility: sumOf(({ by }) => by.length === 0) },
      ...breakdowns,
      {
        shape: { kind: 'QUESTIONS' },
        visibility: sumOf((family) => family.by.length > 0 && !isBreakdown(family)),
      },
    ],
    questions: plan.questions.map((question) => ({
      question,
      visibility: sumOf((family) => family.question === question),
    })),
    withheld: costs.flatMap(({ withheld }) => withheld),
  }
}

/** Nothing for a family without tables: nobody can put a number on the side of one. */
function familyCost(variables: Variables, plan: ReleasePlan, family: Family): FamilyCost | undefined {
  const sides = family.by.map((code) => namedCodes(variables.get(code)))
  const withheldGroups = plan.withheld[familyKey(family)]
  if (withheldGroups === undefined || sides.some((codes) => codes.length === 0)) return undefined
  const groups = sides.reduce<string[][]>(
    (tuples, codes) => tuples.flatMap((tuple) => [...codes, EVERYONE].map((code) => [...tuple, code])),
    [[]],
  )
  const withheld = groups.flatMap((codes) => {
    const reason = reasonOf(withheldGroups, groupKey(codes))
    return reason === undefined ? [] : [{ family, codes, reason }]
  })
  const answers = answersOf(variables, plan, family)
  const shown = groups.length - withheld.length
  const numbersShown = shown * answers.shown
  return {
    family,
    visibility: {
      groupsShown: shown,
      groupsWithheld: countReasons(withheld),
      numbersShown,
      numbersWithheld: groups.length * answers.all - numbersShown,
    },
    withheld,
  }
}

/** How many numbers a group of a family has; beside another question, answers are groups that may be withheld. */
function answersOf(variables: Variables, plan: ReleasePlan, { question, by }: Family) {
  const named = namedCodes(variables.get(question))
  const codes = named.length === 0 ? [EVERYONE] : named
  const [other] = by
  const isCrossed = by.length === 1 && question !== '' && plan.questions.includes(other!)
  const turned = isCrossed ? plan.withheld[familyKey({ question: other!, by: [question] })] : undefined
  return { all: codes.length, shown: codes.filter((code) => !turned || !reasonOf(turned, code)).length }
}

function reasonOf(groups: WithheldGroups, key: string): WithheldReason | undefined {
  return Object.hasOwn(groups, key) ? groups[key] : undefined
}

function namedCodes(variable: VariableCodes | undefined): string[] {
  if (variable === undefined) return []
  return [...variable.categories, ...variable.nets.map(({ code }) => `net:${code}`)]
}

function countReasons(withheld: readonly WithheldGroup[]): Visibility['groupsWithheld'] {
  const count = (reason: WithheldReason) => withheld.filter((group) => group.reason === reason).length
  return {
    BELOW_MINIMUM: count('BELOW_MINIMUM'),
    PROTECTS_ANOTHER: count('PROTECTS_ANOTHER'),
    UNANIMOUS: count('UNANIMOUS'),
  }
}

function sum(parts: readonly Visibility[]): Visibility {
  const of = (number: (part: Visibility) => number) => parts.reduce((total, part) => total + number(part), 0)
  return {
    groupsShown: of((part) => part.groupsShown),
    groupsWithheld: {
      BELOW_MINIMUM: of((part) => part.groupsWithheld.BELOW_MINIMUM),
      PROTECTS_ANOTHER: of((part) => part.groupsWithheld.PROTECTS_ANOTHER),
      UNANIMOUS: of((part) => part.groupsWithheld.UNANIMOUS),
    },
    numbersShown: of((part) => part.numbersShown),
    numbersWithheld: of((part) => part.numbersWithheld),
  }
}
