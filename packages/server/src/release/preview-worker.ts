import {
  type DisclosurePolicy,
  type Hierarchies,
  type Progress,
  previewRelease,
  type ReleasePreview,
  type WeighedChoice,
  weighChoices,
} from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import { sharedSolver } from './shared-solver.ts'

/** A wave to be previewed. */
export interface PreviewOrder {
  readonly data: WaveData
  readonly policy: DisclosurePolicy
  readonly hierarchies: Hierarchies
}

/** How far a preview is, as told to whoever listens on `previewChannel`. */
export interface PreviewProgress {
  readonly wave: string
  readonly stage: 'release plan' | 'other choices'
  /** Questions that are planned, of those of the stage. */
  readonly done: number
  readonly of: number
}

/** The name of the BroadcastChannel on which threads tell their progress. */
export const previewChannel = 'peo release preview'

/** Plans a release, on whichever thread this is called. */
export async function preview({ data, policy }: PreviewOrder): Promise<ReleasePreview> {
  const solver = await sharedSolver()
  return telling(data.wave, 'release plan', (progress) => previewRelease(data, policy, solver, progress))
}

/** Weighs other choices, on whichever thread this is called. */
export async function choices({ data, policy, hierarchies }: PreviewOrder): Promise<WeighedChoice[]> {
  const solver = await sharedSolver()
  return telling(data.wave, 'other choices', (progress) =>
    weighChoices(data, policy, hierarchies, solver, progress),
  )
}

function telling<Result>(
  wave: string,
  stage: PreviewProgress['stage'],
  work: (progress: Progress) => Result,
): Result {
  const channel = new BroadcastChannel(previewChannel)
  try {
    return work((done, of) => channel.postMessage({ wave, stage, done, of } satisfies PreviewProgress))
  } finally {
    channel.close()
  }
}
