import { entryPath } from '../collection/entry-address.ts'

const paths = ['/graphql', '/tables/', '/healthz', '/readyz', '/metrics']

/** What counts and logs may say of an address; undefined of those of who answers a wave, of which they say nothing. */
export function requestPath(pathname: string): string | undefined {
  if (pathname === entryPath || pathname.startsWith(`${entryPath}/`)) return undefined
  return paths.find((known) => pathname === known || pathname.startsWith(known)) ?? 'other'
}
