import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { firstSignInLink } from './staff-accounts.ts'
import { cookieBrowser } from './testing/cookie-browser.ts'
import { listenHttps } from './testing/listen-https.ts'

const hsts = 'strict-transport-security'

/** What browsers ask of a cookie of these names, and what we ask of all. */
function isSafe(header: string): boolean {
  const [pair = '', ...attributes] = header.toLowerCase().split(/; */)
  const has = (name: string) => attributes.includes(name)
  const isOwn = pair.startsWith('__host-') && has('path=/')
  const isOfPart = pair.startsWith('__secure-') && attributes.some((one) => /^path=\/oauth\/./.test(one))
  const isBound = (isOwn || isOfPart) && !attributes.some((one) => one.startsWith('domain'))
  return isBound && has('secure') && has('httponly') && has('samesite=lax')
}

test('over HTTPS, staff sign in with cookies that no other host can set, read or send', async () => {
  const database = await testDatabase('examples')
  const service = await listenHttps((url) => createApp(database, { url }))
  onTestFinished(service.close)
  const { origin } = service
  const seen: Response[] = []
  const fetch: typeof service.fetch = async (address, init) => {
    const answer = await service.fetch(address, init)
    seen.push(answer)
    return answer
  }
  const browser = cookieBrowser({ fetch }, origin)
  const link = new URL((await firstSignInLink(database, origin)) ?? '')
  expect((await browser.visit(link.pathname + link.search)).status).toBe(200)
  const back = await browser.visit('/sign-in-link', { t: link.searchParams.get('t') ?? '' })
  expect(back.headers.get('location')).toBe('/graphql')
  expect(browser.cookies('/graphql')).toMatch(/^__Host-peo-session=[\w-]{43}$/)
  const role = async (headers: Record<string, string>) => {
    const init = { method: 'POST', body: '{"query": "{ viewer { role } }"}' }
    const answer = await fetch(`${origin}/graphql`, {
      ...init,
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    })
    return ((await answer.json()) as { data: { viewer: { role: string } } }).data.viewer.role
  }
  const cookie = browser.cookies('/graphql')
  expect(await role({ cookie })).toBe('STAFF')
  expect(await role({ cookie: cookie.replace('__Host-', '') })).toBe('EVERYONE')
  await browser.visit('/auth/sign-out', {})
  expect([browser.cookies('/graphql'), await role({ cookie })]).toEqual(['', 'EVERYONE'])
  const set = seen.flatMap(({ headers }) => headers.getSetCookie())
  expect(set.length).toBeGreaterThan(8)
  expect(set.filter((header) => !isSafe(header))).toEqual([])
  expect(seen.map(({ headers }) => headers.get(hsts)).filter((age) => age !== 'max-age=31536000')).toEqual([])
})
