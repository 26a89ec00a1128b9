import type { WaveData } from '@peo/tabulation'
import type { Solver } from '../audit/solver.ts'
import type { Hierarchies } from '../hierarchy.ts'
import { type Progress, planRelease } from '../plan-release.ts'
import type { DisclosurePolicy, ReleasePlan } from '../release-plan.ts'
import { mergeCategories } from './merge-categories.ts'
import { type ReleaseCost, releaseCost, type Visibility } from './release-cost.ts'

/** What publishing a wave would withhold. */
export interface ReleasePreview {
  readonly plan: ReleasePlan
  readonly cost: ReleaseCost
}

/** What staff could decide otherwise: say a background variable at a level of its hierarchy, or drop a breakdown. */
export type Choice =
  | { readonly kind: 'MERGE'; readonly variable: string; readonly level: string }
  | { readonly kind: 'DROP'; readonly breakdown: readonly string[] }

/** Another choice, and how much would be shown with it. */
export interface WeighedChoice {
  readonly choice: Choice
  readonly total: Visibility
}

/** Plans the release of a wave without making one. */
export function previewRelease(
  data: WaveData,
  policy: DisclosurePolicy,
  solver: Solver,
  progress?: Progress,
): ReleasePreview {
  const plan = planRelease(data, policy, solver, progress)
  return { plan, cost: releaseCost(data.variables, plan) }
}

/**
 * Plans the release again for each other choice: those that show the largest share of their numbers first, and of
 * equal ones those that show the most. Each takes as long as a preview.
 *
 * @param progress is told how many questions are done, of those of all choices
 */
export function weighChoices(
  data: WaveData,
  policy: DisclosurePolicy,
  hierarchies: Hierarchies,
  solver: Solver,
  progress: Progress = () => {},
): WeighedChoice[] {
  const choices = [...merges(data, policy, hierarchies), ...drops(data, policy)]
  return choices
    .map(({ choice, wave, policy }, index) => {
      const { cost } = previewRelease(wave, policy, solver, (done, of) =>
        progress(index * of + done, choices.length * of),
      )
      return { choice, total: cost.total }
    })
    .sort(({ total: a }, { total: b }) => shareShown(b) - shareShown(a) || b.numbersShown - a.numbersShown)
}

function shareShown({ numbersShown, numbersWithheld }: Visibility): number {
  return numbersShown / (numbersShown + numbersWithheld)
}

/** How many groups are withheld, for whatever reason. */
export function groupsWithheld({ groupsWithheld: by }: Visibility): number {
  return by.BELOW_MINIMUM + by.PROTECTS_ANOTHER + by.UNANIMOUS
}

interface Candidate {
  readonly choice: Choice
  readonly wave: WaveData
  readonly policy: DisclosurePolicy
}

/** Only a variable that results are broken down by changes anything. */
function merges(data: WaveData, policy: DisclosurePolicy, hierarchies: Hierarchies): Candidate[] {
  const used = policy.background.filter((code) => policy.breakdowns.some((by) => by.includes(code)))
  return used.flatMap((variable) =>
    (hierarchies[variable] ?? []).map((level) => ({
      choice: { kind: 'MERGE', variable, level: level.code },
      wave: mergeCategories(data, variable, level),
      policy,
    })),
  )
}

/** A breakdown by one variable is what others are made of; dropping it would keep nothing. */
function drops(data: WaveData, policy: DisclosurePolicy): Candidate[] {
  const pairs = policy.breakdowns.filter((breakdown) => breakdown.length > 1)
  return pairs.map((breakdown) => ({
    choice: { kind: 'DROP', breakdown },
    wave: data,
    policy: { ...policy, breakdowns: policy.breakdowns.filter((other) => other !== breakdown) },
  }))
}
