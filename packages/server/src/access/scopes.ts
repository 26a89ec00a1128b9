import type { ClientRole } from '../generated/prisma/enums.ts'

/** What a token may allow, and the sentence that says so. */
export const scopes = {
  'results:read': 'Tables of published waves for partners.',
  'microdata:read': 'The anonymised answers too.',
} as const

/** Whether there is such a scope. */
export const isScope = (name: string): boolean => Object.hasOwn(scopes, name)

/** The scopes that a client of a role may ask, with spaces between. */
export function scopeOf(role: ClientRole): string {
  return role === 'RESEARCHER' ? Object.keys(scopes).join(' ') : 'results:read'
}

/** What a token allows its reader: never more than the role has now, nor than the scope says. */
export function roleOf(role: ClientRole, scope: unknown): ClientRole | undefined {
  const granted = typeof scope === 'string' ? scope.split(' ') : []
  if (role === 'RESEARCHER' && granted.includes('microdata:read')) return 'RESEARCHER'
  return granted.some(isScope) ? 'PARTNER' : undefined
}
