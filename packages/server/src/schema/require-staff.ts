import { GraphQLError } from 'graphql'
import type { Viewer } from '../context.ts'

/**
 * Lets only staff read on.
 *
 * @param what begins the sentence of the refusal
 * @throws GraphQLError with the code `UNAUTHENTICATED` or `FORBIDDEN`
 */
export function requireStaff({ role }: Viewer, what = 'Why groups are withheld'): void {
  if (role === 'STAFF') return
  if (role === 'EVERYONE') {
    const message = `${what} is for staff. Sign in as staff, and ask again.`
    throw new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } })
  }
  const message = `${what} is for staff, and you are signed in as ${role}. Ask staff, or sign in as staff.`
  throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN', role } })
}
