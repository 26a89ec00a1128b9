import { defaultColumnCacheMegabytes } from '../configuration.ts'
import type { Audience, PrismaClient } from '../generated/prisma/client.ts'
import { earliestFirst } from '../wave-order.ts'
import { byteCache } from './byte-cache.ts'
import { columnReader } from './read-column.ts'
import { type ColumnStore, type Release, readRelease } from './read-release.ts'

export type { Release } from './read-release.ts'

/** A release, and whom it is for. */
export type PublishedRelease = Release & { readonly audience: Audience }

/** Gives the current release of each published wave, by wave code ascending. */
export type PublishedReleases = () => Promise<readonly PublishedRelease[]>

/** The same, and that something may have changed them. */
export type KeptReleases = PublishedReleases & {
  /** Has whoever asks from now on see what is current now. */
  readonly lookAgain: () => void
}

/** How long an answer of the database about which releases are current holds, in milliseconds. */
const holdsFor = 1000

/**
 * Reads releases from the database and keeps them: a release never changes. Which ones are current is asked at most
 * once a second, and once for all who ask meanwhile: otherwise every request would cost a statement, however well
 * its table is known. So a wave that another process publishes or withdraws is seen a second later.
 *
 * @param cacheBytes columns are kept up to so many bytes together
 * @param now a clock in milliseconds that never goes back
 */
export function publishedReleases(
  prisma: PrismaClient,
  cacheBytes = defaultColumnCacheMegabytes * 2 ** 20,
  now: () => number = () => performance.now(),
): KeptReleases {
  const read = currentReleases(prisma, { cache: byteCache(cacheBytes), readColumn: columnReader(prisma) })
  let asked: { readonly at: number; readonly answer: Promise<readonly PublishedRelease[]> } | undefined
  let isAnswered = false
  const releases = () => {
    if (asked !== undefined && (!isAnswered || now() - asked.at < holdsFor)) return asked.answer
    const mine = { at: now(), answer: read() }
    asked = mine
    isAnswered = false
    const done = () => {
      if (asked === mine) isAnswered = true
    }
    const failed = () => {
      if (asked === mine) asked = undefined
    }
    mine.answer.then(done, failed)
    return mine.answer
  }
  const lookAgain = () => {
    asked = undefined
  }
  return Object.assign(releases, { lookAgain })
}

function currentReleases(prisma: PrismaClient, store: ColumnStore): PublishedReleases {
  const kept = new Map<string, Promise<Release>>()
  return async () => {
    const waves = await prisma.wave.findMany({
      where: { status: 'PUBLISHED' },
      orderBy: earliestFirst,
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
