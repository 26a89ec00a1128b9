import { defaultColumnCacheMegabytes } from '../configuration.ts'
import type { Audience, PrismaClient } from '../generated/prisma/client.ts'
import { byteCache } from './byte-cache.ts'
import { columnReader } from './read-column.ts'
import { type ColumnStore, type Release, readRelease } from './read-release.ts'

export type { Release } from './read-release.ts'

/** A release, and whom it is for. */
export type PublishedRelease = Release & { readonly audience: Audience }

/** Gives the current release of each published wave, by wave code ascending. */
export type PublishedReleases = () => Promise<readonly PublishedRelease[]>

/** How long an answer of the database about which releases are current holds, in milliseconds. */
const holdsFor = 1000

/**
 * Reads releases from the database and keeps them: a release never changes. Which ones are current is asked at most
 * once a second, and once for all who ask meanwhile: otherwise every request would cost a statement, however well
 * its table is known. So a wave that another process publishes or withdraws is seen a second later. A serving
 * process publishes nothing after it has started.
 *
 * @param cacheBytes columns are kept up to so many bytes together
 * @param now a clock in milliseconds that never goes back
 */
export function publishedReleases(
  prisma: PrismaClient,
  cacheBytes = defaultColumnCacheMegabytes * 2 ** 20,
  now: () => number = () => performance.now(),
): PublishedReleases {
  const read = currentReleases(prisma, { cache: byteCache(cacheBytes), readColumn: columnReader(prisma) })
  let asking: Promise<readonly PublishedRelease[]> | undefined
  let answer: readonly PublishedRelease[] = []
  let askedAt = Number.NEGATIVE_INFINITY
  const ask = async () => {
    const began = now()
    answer = await read()
    askedAt = began
    return answer
  }
  return async () => {
    if (asking === undefined && now() - askedAt < holdsFor) return answer
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }
}

function currentReleases(prisma: PrismaClient, store: ColumnStore): PublishedReleases {
  const kept = new Map<string, Promise<Release>>()
  return async () => {
    const waves = await prisma.wave.findMany({
      where: { status: 'PUBLISHED' },
      orderBy: { code: 'asc' },
      select: {
        audience: true,
        releases: { select: { digest: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    })
    const current = waves.flatMap(({ audience, releases }) =>
      releases.map(({ digest }) => ({ digest, audience })),
    )
    const digests = current.map(({ digest }) => digest)
    for (const digest of kept.keys()) if (!digests.includes(digest)) kept.delete(digest)
    return Promise.all(
      current.map(async ({ digest, audience }) => {
        const release = kept.get(digest) ?? readRelease(prisma, digest, store)
        kept.set(digest, release)
        release.catch(() => kept.delete(digest))
        return { ...(await release), audience }
      }),
    )
  }
}
