/** A cookie to set; scripts cannot read it, and pages of other sites send it along with links at most. */
export interface Cookie {
  readonly name: string
  /** Empty to remove it. */
  readonly value: string
  /** In seconds; 0 to remove it. */
  readonly maxAge: number
}

const isSecure = (url: string) => url.startsWith('https:')

/** What a cookie is called by a service at an address: over HTTPS, what browsers let no other host set. */
export const cookieName = (name: string, url: string) => (isSecure(url) ? `__Host-${name}` : name)

/** The same for a cookie of some paths alone, which other hosts of the domain can set: it must be signed. */
export const partCookieName = (name: string, url: string) => (isSecure(url) ? `__Secure-${name}` : name)

/** The value of a cookie in a `Cookie` header to a service at an address; undefined where it is not there. */
export function readCookie(
  header: string | null,
  name: string,
  url: string,
  nameAt = cookieName,
): string | undefined {
  const pairs = (header ?? '').split(/; */).map((pair) => pair.split('='))
  return pairs.find(([key]) => key === nameAt(name, url))?.[1]
}

/** Writes a `Set-Cookie` header for a service at an address. */
export function writeCookie({ name, value, maxAge }: Cookie, url: string): string {
  const secure = isSecure(url) ? '; Secure' : ''
  return `${cookieName(name, url)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

/** A cookie of a path alone, and of what is below it. */
export interface PartCookie extends Cookie {
  readonly path: string
}

/** The same for a cookie of a path alone, which browsers send from pages of this service only. */
export function writePartCookie({ name, value, maxAge, path }: PartCookie, url: string): string {
  const secure = isSecure(url) ? '; Secure' : ''
  return `${partCookieName(name, url)}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`
}
