import type { Viewer } from '../context.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** As what somebody uses the service. */
export type Role = Viewer['role']

/** By role, whose things it may read. */
const reads: Readonly<Record<Role, readonly Role[]>> = {
  EVERYONE: ['EVERYONE'],
  PROFESSIONAL: ['EVERYONE', 'PROFESSIONAL'],
  PARTNER: ['EVERYONE', 'PARTNER'],
  RESEARCHER: ['EVERYONE', 'PARTNER', 'RESEARCHER'],
  STAFF: ['EVERYONE', 'PROFESSIONAL', 'PARTNER', 'RESEARCHER', 'STAFF'],
}

/** Whom the anonymised answers are for, over GraphQL and as a file. */
export const answerReaders: Role = 'RESEARCHER'

/** Whether a role may read what is for `least`. */
export function mayRead({ role }: Viewer, least: Role): boolean {
  return reads[role].includes(least)
}

/**
 * Why a viewer may not read something; undefined when they may.
 *
 * @param asked what was asked, such as `Wave.respondents` or the path of a route
 * @returns an error with the code `UNAUTHENTICATED`, or `FORBIDDEN` to who signed in
 */
export function refuseReader(viewer: Viewer, least: Role, asked: string): RequestError | undefined {
  if (mayRead(viewer, least)) return undefined
  const { role } = viewer
  const allowed = Object.keys(reads)
    .filter((one) => reads[one as Role].includes(least))
    .map((name) => `${name.toLowerCase()}${name === 'STAFF' ? '' : 's'}`)
  const whom = allowed.join(' and ').replace(/ and (?=.* and )/g, ', ')
  const signIn = allowed.length > 1 ? 'Sign in as one of them' : `Sign in as ${whom}`
  const details = { asked, role, required: least }
  if (role === 'EVERYONE') {
    const message = `${asked} is for ${whom}, and you have not signed in. ${signIn}, and ask again; published tables are open to everyone.`
    return requestError('UNAUTHENTICATED', message, details)
  }
  const message = `${asked} is for ${whom}, and you are signed in as ${role}. ${signIn}, or ask staff for it.`
  return requestError('FORBIDDEN', message, details)
}
