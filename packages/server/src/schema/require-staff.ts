import { GraphQLError } from 'graphql'
import type { Viewer } from '../context.ts'

/**
 * Lets only staff read on.
 *
 * @throws GraphQLError with the code `UNAUTHENTICATED` or `FORBIDDEN`
 */
export function requireStaff({ role }: Viewer): void {
  if (role === 'STAFF') return
  if (role === 'EVERYONE') {
    const message = 'Why groups are withheld is for staff. Sign in as staff, and ask again.'
    throw new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } })
  }
  const message = `Why groups are withheld is for staff, and you are signed in as ${role}. Ask staff, or sign in as staff.`
  throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN', role } })
}
