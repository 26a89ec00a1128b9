import { mayRead } from '../access/may-read.ts'
import type { Viewer } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** Of what is said of the results of waves. */
interface OfResults {
  readonly wave?: Prisma.WaveWhereInput
}

/** Of what is said of results, what a viewer may read: to others than staff nothing of what was withdrawn. */
export function unlessWithdrawn(viewer: Viewer): OfResults {
  return mayRead(viewer, 'STAFF') ? {} : { wave: { status: { not: 'WITHDRAWN' } } }
}

/** Of what staff write, what a viewer may read: to others than staff what is published, of results that are out. */
export function publishedFor(viewer: Viewer): OfResults & { readonly published?: true } {
  return mayRead(viewer, 'STAFF') ? {} : { published: true, ...unlessWithdrawn(viewer) }
}
