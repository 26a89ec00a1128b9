import type { PrismaClient } from './generated/prisma/client.ts'
import type { PublishedReleases } from './release/published-releases.ts'

/** Who asks. */
export interface Viewer {
  readonly role: 'EVERYONE'
}

/** What resolvers and routes work with in one request. */
export interface RequestContext {
  readonly prisma: PrismaClient
  readonly releases: PublishedReleases
  readonly viewer: Viewer
}
