import type { Progress } from '@peo/disclosure'

/** How far a preview is, as told to whoever listens on `previewChannel`. */
export interface PreviewProgress {
  readonly wave: string
  readonly stage: 'release plan' | 'other choices'
  /** Questions that are planned, of those of the stage. */
  readonly done: number
  readonly of: number
}

/** The name of the BroadcastChannel on which previews tell their progress. */
export const previewChannel = 'peo release preview'

/** Does work of which whoever listens hears how far it is. */
export async function tellingPreview<Result>(
  wave: string,
  stage: PreviewProgress['stage'],
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const channel = new BroadcastChannel(previewChannel)
  try {
    return await work((done, of) => channel.postMessage({ wave, stage, done, of } satisfies PreviewProgress))
  } finally {
    channel.close()
  }
}
