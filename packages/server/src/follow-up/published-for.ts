import { mayRead } from '../access/may-read.ts'
import type { Viewer } from '../context.ts'

/** Of what staff write, what a viewer may read: to others than staff what is published. */
export function publishedFor(viewer: Viewer): { published?: true } {
  return mayRead(viewer, 'STAFF') ? {} : { published: true }
}
