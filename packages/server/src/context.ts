import type { PrismaClient } from './generated/prisma/client.ts'
import type { PublishedReleases } from './release/published-releases.ts'

/**
 * Who asks: plain data that holds everything about a reader that an answer may depend on. Kept answers are told
 * apart by the whole of it.
 */
export interface Viewer {
  readonly role: 'EVERYONE' | 'RESEARCHER' | 'STAFF'
}

/** Who does not say who they are. */
export const everyone: Viewer = Object.freeze({ role: 'EVERYONE' })

/** What resolvers and routes work with in one request. */
export interface RequestContext {
  readonly prisma: PrismaClient
  /** The same releases, however often one request asks. */
  readonly releases: PublishedReleases
  readonly viewer: Viewer
}
