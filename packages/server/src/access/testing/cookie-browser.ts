/** A browser as far as signing in needs one: it keeps cookies by path, and follows redirects. */
export interface CookieBrowser {
  /** Opens a page, or sends a form of a page of the service itself; follows redirects, but none to `stopAt`. */
  visit(path: string, form?: Readonly<Record<string, string>>, stopAt?: string): Promise<Response>
  /** Opens a page, and gives where that sends it, without going there. */
  step(path: string): Promise<string>
  /** The cookies it would send to a path, as a header. */
  cookies(path: string): string
}

/** What answers it: a service without a port, or one over a network. */
export interface Fetching {
  readonly fetch: (address: string, init: RequestInit) => Response | Promise<Response>
}

/** Opens a browser on a service whose URL is `url`, without a port. */
export function cookieBrowser(app: Fetching, url = 'http://localhost:4000'): CookieBrowser {
  const jar = new Map<string, { readonly pair: string; readonly path: string }>()
  const keep = (header: string) => {
    const [pair = '', ...attributes] = header.split(/; */)
    const [name = ''] = pair.split('=')
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
    const isGone = attributes.some((one) => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(one))
    if (isGone) jar.delete(`${name} ${path}`)
    else jar.set(`${name} ${path}`, { pair, path })
  }
  const cookies = (path: string) =>
    [...jar.values()].flatMap(({ pair, path: at }) => (path.startsWith(at) ? [pair] : [])).join('; ')
  const open = async (path: string, form?: Readonly<Record<string, string>>) => {
    const cookie = cookies(path)
    const response = await app.fetch(`${url}${path}`, {
      redirect: 'manual',
      headers: {
        // A redirect from a page of the service is of the service, too.
        'sec-fetch-site': 'same-origin',
        ...(cookie && { cookie }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    })
    for (const header of response.headers.getSetCookie()) keep(header)
    const location = response.headers.get('location')
    const next = location === null ? undefined : new URL(location, `${url}${path}`)
    return { response, next }
  }
  // GraphiQL itself is 9 MB, and not what this is about.
  const visit: CookieBrowser['visit'] = async (path, form, stopAt = '/graphql') => {
    const { response, next } = await open(path, form)
    if (next === undefined || next.pathname === stopAt) return response
    return visit(next.pathname + next.search, undefined, stopAt)
  }
  const step = async (path: string) => {
    const { next } = await open(path)
    return next === undefined ? '' : next.pathname + next.search
  }
  return { visit, step, cookies }
}
