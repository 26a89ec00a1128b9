/** Who may keep an answer: any cache what is for everyone, else the reader's own alone. */
export function keepers(viewer: object): 'public' | 'private' {
  return 'role' in viewer && viewer.role === 'EVERYONE' ? 'public' : 'private'
}
