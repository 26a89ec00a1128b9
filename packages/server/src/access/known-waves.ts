import type { Viewer } from '../context.ts'
import type { Prisma, Wave } from '../generated/prisma/client.ts'
import type { Audience, WaveStatus } from '../generated/prisma/enums.ts'
import type { PublishedRelease } from '../release/published-releases.ts'
import { mayRead } from './may-read.ts'
import { releaseFor } from './own-organisation.ts'

/** A condition on waves. */
interface KnownWaves {
  readonly status?: { in: WaveStatus[] }
  readonly audience?: Audience
}

/**
 * The waves that a viewer may know of; the others are to them as if they did not exist. Staff know all, partners, researchers
 * and professionals those with results that are out or were, everyone the public ones among these.
 */
export function knownWaves(viewer: Viewer): KnownWaves {
  if (mayRead(viewer, 'STAFF')) return {}
  const status = { in: ['PUBLISHED', 'WITHDRAWN'] satisfies WaveStatus[] }
  return isSignedIn(viewer) ? { status } : { status, audience: 'PUBLIC' }
}

/** Whether results of the audience `PARTNERS` are for a viewer: partners, and professionals, who gave the answers. */
function isSignedIn(viewer: Viewer): boolean {
  return mayRead(viewer, 'PARTNER') || mayRead(viewer, 'PROFESSIONAL')
}

/** Whether a wave, as it is read, is one that a viewer may know of. */
export function isKnown(viewer: Viewer, { status, audience }: Pick<Wave, 'status' | 'audience'>): boolean {
  const known = knownWaves(viewer)
  return (known.status?.in.includes(status) ?? true) && audience === (known.audience ?? audience)
}

/** The variables that a viewer may know of: those asked in a wave that they know of. */
export function knownVariables(viewer: Viewer): Pick<Prisma.VariableWhereInput, 'questions'> {
  return mayRead(viewer, 'STAFF') ? {} : { questions: { some: { wave: knownWaves(viewer) } } }
}

/** The breakdowns that are released to a viewer: by organisation to those of one. */
export function knownBreakdowns(viewer: Viewer): Prisma.BreakdownWhereInput {
  const isOpen = mayRead(viewer, 'STAFF') || viewer.organisation !== undefined
  return isOpen ? {} : { variables: { none: { variable: { partnerBoundary: true } } } }
}

const known = new WeakMap<readonly PublishedRelease[], Map<string, readonly PublishedRelease[]>>()

/**
 * The releases that a viewer may know of, as they see them. The same list as long as what is published is the same.
 */
export function knownReleases(
  viewer: Viewer,
  published: readonly PublishedRelease[],
): readonly PublishedRelease[] {
  if (mayRead(viewer, 'STAFF')) return published
  const lists = known.get(published) ?? new Map<string, readonly PublishedRelease[]>()
  known.set(published, lists)
  const seesAll = isSignedIn(viewer)
  const key = JSON.stringify([seesAll, viewer.organisation ?? null])
  const list =
    lists.get(key) ??
    published
      .filter(({ audience }) => seesAll || audience === 'PUBLIC')
      .map((release) => releaseFor(viewer, release))
  lists.set(key, list)
  return list
}
