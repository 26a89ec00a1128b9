/** Says that nobody may keep an answer, which is of this reader alone. */
export const unkept = 'private, no-store'

/** Which headers of a request an answer depends on. */
export const varying = 'accept, authorization, cookie'

/** Who may keep an answer: any cache what is for everyone, else the reader's own alone. */
export function keepers(viewer: object): 'public' | 'private' {
  return 'role' in viewer && viewer.role === 'EVERYONE' ? 'public' : 'private'
}
