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
import { costOnThread, planOnThreads } from './plan-on-threads.ts'
import { tellingPreview } from './preview-progress.ts'

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

/** Plans the release of a wave without making one. */
export function previewOnThreads({ data, policy }: PreviewOrder): Promise<ReleasePreview> {
  return tellingPreview(data.wave, 'release plan', (progress) => previewRelease(data, policy, progress))
}

/** Plans the release again for each other choice; tells how many questions are done, of those of all choices. */
export function weighChoices({ data, policy, hierarchies }: PreviewOrder): Promise<WeighedChoice[]> {
  const choices = otherChoices(data, policy, hierarchies)
  return tellingPreview(data.wave, 'other choices', async (progress) => {
    const weighed: WeighedChoice[] = []
    for (const [place, { choice, data, policy }] of choices.entries()) {
      const { cost } = await previewRelease(data, policy, (done, of) =>
        progress(place * of + done, choices.length * of),
      )
      weighed.push({ choice, total: cost.total })
    }
    return byNumbersShown(weighed)
  })
}

async function previewRelease(
  data: WaveData,
  policy: DisclosurePolicy,
  progress: Progress,
): Promise<ReleasePreview> {
  const plan = await planOnThreads(data, policy, progress)
  return { plan, cost: await costOnThread(data, plan) }
}
