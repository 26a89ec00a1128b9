import type { PrismaClient } from './generated/prisma/client.ts'
import type { AskedOfEnough } from './open-answers/asked-of-enough.ts'
import type { PublishedReleases } from './release/published-releases.ts'

/** Who asks: everything about a reader that an answer may depend on. Kept answers are told apart by the whole of it. */
export interface Viewer {
  readonly role: 'EVERYONE' | 'PROFESSIONAL' | 'PARTNER' | 'RESEARCHER' | 'STAFF'
  /** The partner organisation a partner or researcher reads for: a category code of the variable marked `partnerBoundary`. */
  readonly organisation?: string
}

/** Who is counted and logged: never part of what an answer depends on. */
export interface Caller {
  /** The OAuth client id, or the id of an account that signs in with a browser; undefined for everyone. */
  readonly account: string | undefined
  /** The network address the request came from. */
  readonly address: string
}

/** Who does not say who they are. */
export const everyone: Viewer = Object.freeze({ role: 'EVERYONE' })

/** What resolvers and routes work with in one request. */
export interface RequestContext {
  readonly prisma: PrismaClient
  /** The published releases that the viewer may know of: the same, however often one request asks. */
  readonly releases: PublishedReleases
  /** Of each published wave the questions whose approved answers in words may be shown: the same to every viewer. */
  readonly askedOfEnough: () => Promise<readonly AskedOfEnough[]>
  readonly viewer: Viewer
  readonly caller: Caller
  /** Whether who asked still proves to be who they were: a stream ends with the session or token that opened it. */
  readonly isStillThem: () => Promise<boolean>
  /** Aborts when the service ends: what streams ends then. */
  readonly ending: AbortSignal
  /** For how many days after its publication the collected rows of a wave are kept; for ever where it is undefined. */
  readonly rowsKeptDays: number | undefined
  /** The origin at which readers reach the service. */
  readonly url: string
}
