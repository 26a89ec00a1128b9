/** A cookie to set; scripts cannot read it, and pages of other sites send it along with links at most. */
export interface Cookie {
  readonly name: string
  /** Empty to remove it. */
  readonly value: string
  readonly path: string
  /** In seconds; 0 to remove it. */
  readonly maxAge: number
}

/** The value of a cookie in a `Cookie` header; undefined where it is not there. */
export function readCookie(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(/; */).map((pair) => pair.split('='))
  return pairs.find(([key]) => key === name)?.[1]
}

/** Writes a `Set-Cookie` header for a service at an address. */
export function writeCookie({ name, value, path, maxAge }: Cookie, url: string): string {
  const secure = url.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}
