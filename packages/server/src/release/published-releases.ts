import type { ReleasePlan } from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { type ReleaseCodebook, releaseCodebook } from './release-codebook.ts'
import { toWaveData } from './wave-data.ts'

/** The published data of a wave, in memory. */
export interface Release {
  readonly digest: string
  readonly codebook: ReleaseCodebook
  readonly plan: ReleasePlan
  readonly data: WaveData
}

/** Gives the current release of each published wave, by wave code ascending. */
export type PublishedReleases = () => Promise<readonly Release[]>

/**
 * Reads releases from the database and keeps them: a release never changes, so one statement that asks which
 * are current is all that a request costs.
 */
export function publishedReleases(prisma: PrismaClient): PublishedReleases {
  const kept = new Map<string, Promise<Release>>()
  return async () => {
    const waves = await prisma.wave.findMany({
      where: { status: 'PUBLISHED' },
      orderBy: { code: 'asc' },
      select: { releases: { select: { digest: true }, orderBy: { number: 'desc' }, take: 1 } },
    })
    const digests = waves.flatMap(({ releases }) => releases.map(({ digest }) => digest))
    for (const digest of kept.keys()) if (!digests.includes(digest)) kept.delete(digest)
    return Promise.all(
      digests.map((digest) => {
        const release = kept.get(digest) ?? readRelease(prisma, digest)
        kept.set(digest, release)
        release.catch(() => kept.delete(digest))
        return release
      }),
    )
  }
}

async function readRelease(prisma: PrismaClient, digest: string): Promise<Release> {
  const release = await prisma.release.findUniqueOrThrow({ where: { digest }, include: { columns: true } })
  const codebook = releaseCodebook.parse(release.codebook)
  const columns = new Map(release.columns.map(({ variable, data }) => [variable, data]))
  return {
    digest,
    codebook,
    plan: release.plan as unknown as ReleasePlan,
    data: toWaveData(codebook, columns, release.respondents),
  }
}
