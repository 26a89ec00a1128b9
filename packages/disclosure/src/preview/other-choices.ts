import type { WaveData } from '@peo/tabulation'
import type { Hierarchies } from '../hierarchy.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import { mergeCategories } from './merge-categories.ts'
import type { Visibility } from './release-cost.ts'

/** What staff could decide otherwise: say a background variable at a level of its hierarchy, or drop a breakdown. */
export type Choice =
  | { readonly kind: 'MERGE'; readonly variable: string; readonly level: string }
  | { readonly kind: 'DROP'; readonly breakdown: readonly string[] }

/** Another choice, and how much would be shown with it. */
export interface WeighedChoice {
  readonly choice: Choice
  readonly total: Visibility
}

/** A choice, and what a release would be planned from with it. */
export interface OtherChoice {
  readonly choice: Choice
  readonly data: WaveData
  readonly policy: DisclosurePolicy
}

/** The other choices that there are for a wave. */
export function otherChoices(
  data: WaveData,
  policy: DisclosurePolicy,
  hierarchies: Hierarchies,
): OtherChoice[] {
  return [...merges(data, policy, hierarchies), ...drops(data, policy)]
}

/** Those that show the largest share of their numbers first, and of equal ones those that show the most. */
export function byNumbersShown(choices: readonly WeighedChoice[]): WeighedChoice[] {
  return choices.toSorted(
    ({ total: a }, { total: b }) => shareShown(b) - shareShown(a) || b.numbersShown - a.numbersShown,
  )
}

function shareShown({ numbersShown, numbersWithheld }: Visibility): number {
  return numbersShown / (numbersShown + numbersWithheld)
}

/** How many groups are withheld, for whatever reason. */
export function groupsWithheld({ groupsWithheld: by }: Visibility): number {
  return by.BELOW_MINIMUM + by.PROTECTS_ANOTHER + by.UNANIMOUS
}

/** Only a variable that results are broken down by changes anything. */
function merges(data: WaveData, policy: DisclosurePolicy, hierarchies: Hierarchies): OtherChoice[] {
  const used = policy.background.filter((code) => policy.breakdowns.some((by) => by.includes(code)))
  return used.flatMap((variable) =>
    (hierarchies[variable] ?? []).map((level) => ({
      choice: { kind: 'MERGE', variable, level: level.code },
      data: mergeCategories(data, variable, level),
      policy,
    })),
  )
}

/** A breakdown by one variable is what others are made of; dropping it would keep nothing. */
function drops(data: WaveData, policy: DisclosurePolicy): OtherChoice[] {
  const pairs = policy.breakdowns.filter((breakdown) => breakdown.length > 1)
  return pairs.map((breakdown) => ({
    choice: { kind: 'DROP', breakdown },
    data,
    policy: { ...policy, breakdowns: policy.breakdowns.filter((other) => other !== breakdown) },
  }))
}
