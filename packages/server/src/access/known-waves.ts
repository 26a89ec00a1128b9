import type { Viewer } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { PublishedRelease } from '../release/published-releases.ts'
import { mayRead } from './may-read.ts'

/**
 * The waves that a viewer may know of; the others are to them as if they did not exist. Staff know all, partners and
 * researchers those with results that are out or were, everyone the public ones among these.
 */
export function knownWaves(viewer: Viewer): Pick<Prisma.WaveWhereInput, 'status' | 'audience'> {
  if (mayRead(viewer, 'STAFF')) return {}
  const status = { in: ['PUBLISHED' as const, 'WITHDRAWN' as const] }
  return mayRead(viewer, 'PARTNER') ? { status } : { status, audience: 'PUBLIC' }
}

/** The variables that a viewer may know of: those asked in a wave that they know of. */
export function knownVariables(viewer: Viewer): Pick<Prisma.VariableWhereInput, 'questions'> {
  return mayRead(viewer, 'STAFF') ? {} : { questions: { some: { wave: knownWaves(viewer) } } }
}

const open = new WeakMap<readonly PublishedRelease[], readonly PublishedRelease[]>()

/** The releases that a viewer may know of. The same list as long as what is published is the same. */
export function knownReleases(
  viewer: Viewer,
  published: readonly PublishedRelease[],
): readonly PublishedRelease[] {
  if (mayRead(viewer, 'PARTNER')) return published
  const known = open.get(published) ?? published.filter(({ audience }) => audience === 'PUBLIC')
  open.set(published, known)
  return known
}
