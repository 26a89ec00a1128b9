import type { Hierarchies, Progress, WeighedChoice } from '@peo/disclosure'
import { LRUCache } from 'lru-cache'
import type { PrismaClient, ProgressStage } from '../generated/prisma/client.ts'
import { tellProgress } from '../progress/tell-progress.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'
import { sourceDigest } from './prepare-release.ts'
import {
  type PreviewOrder,
  previewOnThreads,
  type ReleasePreview,
  weighChoices,
} from './preview-on-threads.ts'
import { collectedData, findUnreleasable, readWave, storedColumns } from './read-wave.ts'
import type { ReleaseCodebook } from './release-codebook.ts'

/** What publishing a wave would do. Each part is computed once, when it is first asked for. */
export interface WavePreview {
  readonly kind: 'preview'
  readonly codebook: ReleaseCodebook
  readonly preview: () => Promise<ReleasePreview>
  /** Takes as long as a preview for each choice. */
  readonly choices: () => Promise<readonly WeighedChoice[]>
}

/** By a digest of all that they follow from: who turns their pages waits for the plan once. */
const kept = new LRUCache<string, WavePreview>({ max: 4 })

/** Previews the release of a wave that is closed, or published already: then of its next release. */
export async function previewWave(prisma: PrismaClient, code: string): Promise<WavePreview | RequestError> {
  const wave = await readWave(prisma, code)
  if (wave === undefined) {
    const message = `There is no wave "${code}". The query "waves" lists those that are.`
    return requestError('UNKNOWN_WAVE', message, { wave: code })
  }
  const { status, codebook, policy } = wave
  if (status !== 'CLOSED' && status !== 'PUBLISHED') {
    const message = `Wave ${code} is ${status}; ask for its preview when it is closed, before it is published.`
    return requestError('INVALID_INPUT', message, { wave: code, status })
  }
  const unreleasable = findUnreleasable(wave)
  if (unreleasable !== undefined) return requestError('INVALID_INPUT', unreleasable, { wave: code })
  const columns = await storedColumns(wave)
  const key = sourceDigest(wave, columns)
  const known = kept.get(key)
  if (known !== undefined) return known
  const order: PreviewOrder = {
    data: collectedData(wave, columns),
    policy,
    hierarchies: hierarchiesOf(codebook),
  }
  const onFailure = () => kept.delete(key)
  const told = <Result>(stage: ProgressStage, work: (progress: Progress) => Promise<Result>) =>
    tellProgress(prisma, code, (tell) => work((done, of) => tell({ stage, done, of })))
  const preview: WavePreview = {
    kind: 'preview',
    codebook,
    preview: once(
      () => told('RELEASE_PLAN', (progress) => previewOnThreads(order, progress, key)),
      onFailure,
    ),
    choices: once(() => told('OTHER_CHOICES', (progress) => weighChoices(order, progress)), onFailure),
  }
  kept.set(key, preview)
  return preview
}

function hierarchiesOf({ variables }: ReleaseCodebook): Hierarchies {
  return Object.fromEntries(
    variables.map(({ code, hierarchy = [] }) => [
      code,
      hierarchy.map((level) => ({
        code: level.code,
        groups: level.categories.map((group) => ({ code: group.code, categories: group.categories })),
      })),
    ]),
  )
}

function once<Result>(work: () => Promise<Result>, onFailure: () => void): () => Promise<Result> {
  let result: Promise<Result> | undefined
  return () => {
    if (result === undefined) {
      result = work()
      result.catch(onFailure)
    }
    return result
  }
}
