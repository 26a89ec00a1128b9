import {
  byNumbersShown,
  type DisclosurePolicy,
  type Hierarchies,
  otherChoices,
  type Progress,
  type ReleaseCost,
  type ReleasePlan,
  type WeighedChoice,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import { planOnce } from './kept-plans.ts'
import { costOnThread, planOnThreads } from './plan-on-threads.ts'

/** A wave to be previewed. */
export interface PreviewOrder {
  readonly data: WaveData
  readonly policy: DisclosurePolicy
  readonly hierarchies: Hierarchies
}

/** What publishing a wave would withhold. */
export interface ReleasePreview {
  readonly plan: ReleasePlan
  readonly cost: ReleaseCost
}

/**
 * Plans the release of a wave without making one.
 *
 * @param source `sourceDigest` of the wave, where its plan is to be kept
 */
export async function previewOnThreads(
  { data, policy }: Pick<PreviewOrder, 'data' | 'policy'>,
  progress: Progress,
  source?: string,
): Promise<ReleasePreview> {
  const make = () => planOnThreads(data, policy, progress)
  const plan = await (source === undefined ? make() : planOnce(source, make))
  return { plan, cost: await costOnThread(data, plan) }
}

/** Plans the release again for each other choice; tells how many questions are done, of those of all choices. */
export async function weighChoices(
  { data, policy, hierarchies }: PreviewOrder,
  progress: Progress,
): Promise<WeighedChoice[]> {
  const choices = otherChoices(data, policy, hierarchies)
  const weighed: WeighedChoice[] = []
  for (const [place, { choice, ...order }] of choices.entries()) {
    const { cost } = await previewOnThreads(order, (done, of) =>
      progress(place * of + done, choices.length * of),
    )
    weighed.push({ choice, total: cost.total })
  }
  return byNumbersShown(weighed)
}
