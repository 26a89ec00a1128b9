import { beforeAll, expect, test, vi } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { hashSecret } from './secrets.ts'
import { type CookieBrowser, cookieBrowser } from './testing/cookie-browser.ts'
import { newStaff } from './testing/new-staff.ts'

const url = 'http://localhost:4000'
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase('examples')
  app = createApp(database)
})

const ownPage = (browser: CookieBrowser) => ({
  cookie: browser.cookies('/graphql'),
  'sec-fetch-site': 'same-origin',
})
const viewer = '{ viewer { role name } }'
const viewerOf = async (headers: Record<string, string>) =>
  (await ask<{ viewer: object }>(app, viewer, {}, headers)).data.viewer
const nobody = { role: 'EVERYONE', name: null }

test('a link signs its account in, in one browser, until it signs out', async () => {
  const { t } = await newStaff(database, 'Anna')
  const browser = cookieBrowser(app)
  const page = await browser.visit(`/sign-in-link?t=${t}`)
  expect(await page.text()).toContain(`name="t" value="${t}"`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const back = await browser.visit('/sign-in-link', { t })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/graphql'])
  expect(browser.cookies('/graphql')).toMatch(/^peo-session=[\w-]{43}$/)
  const headers = ownPage(browser)
  expect(await viewerOf(headers)).toEqual({ role: 'STAFF', name: 'Anna' })
  await browser.visit('/auth/sign-out', {})
  expect(browser.cookies('/graphql')).toBe('')
  expect(await viewerOf(headers)).toEqual(nobody)
})

test('the session is stored hashed, and its cookie is for no script', async () => {
  const { t, id } = await newStaff(database)
  const browser = cookieBrowser(app)
  const back = await browser.visit('/sign-in-link', { t })
  const [cookie = ''] = back.headers.getSetCookie().filter((one) => one.startsWith('peo-session='))
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
  const token = /^peo-session=([\w-]+)/.exec(cookie)?.[1] ?? ''
  const session = await database.prisma.staffSession.findFirstOrThrow({ where: { accountId: id } })
  expect(Buffer.from(session.hash)).toEqual(Buffer.from(hashSecret(token)))
})

test('opening a link changes nothing, however often', async () => {
  const { t } = await newStaff(database)
  for (const _ of [1, 2, 3]) await app.fetch(`${url}/sign-in-link?t=${t}`)
  const back = await cookieBrowser(app).visit('/sign-in-link', { t })
  expect(back.headers.get('location')).toBe('/graphql')
})

test('of many who use a link at once, one is signed in', async () => {
  const { t } = await newStaff(database)
  const browsers = Array.from({ length: 5 }, () => cookieBrowser(app))
  const answers = await Promise.all(browsers.map((browser) => browser.visit('/sign-in-link', { t })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410])
  const viewers = await Promise.all(browsers.map((browser) => viewerOf(ownPage(browser))))
  expect(viewers.filter((one) => 'role' in one && one.role === 'STAFF')).toHaveLength(1)
})

test('who removes an account signs it out', async () => {
  const { t, id } = await newStaff(database)
  await newStaff(database)
  const browser = cookieBrowser(app)
  await browser.visit('/sign-in-link', { t })
  const remove = `mutation { removeStaffAccount(id: "${id}") { account { id } errors { code } } }`
  const { data } = await ask(app, remove, {}, ownPage(browser))
  expect(data).toEqual({ removeStaffAccount: { account: { id }, errors: [] } })
  expect(await viewerOf(ownPage(browser))).toEqual(nobody)
})

test.each([
  '',
  'peo-signing-in=',
  'peo-signing-in=!',
  'peo-signing-in=e30',
  'peo-signing-in=bnVsbA',
])('who comes back with the cookie "%s" is not signed in', async (cookie) => {
  const back = await app.fetch(`${url}/auth/callback?code=x&state=y`, { headers: { cookie } })
  expect([back.status, back.headers.getSetCookie()]).toEqual([400, []])
})

test('who comes to the issuer with a link but no sign-in under way is told so', async () => {
  const { t } = await newStaff(database)
  await database.prisma.signInLink.updateMany({
    where: { hash: hashSecret(t) },
    data: { usedAt: new Date() },
  })
  const headers = { cookie: `peo-sign-in-link=${t}` }
  const page = await app.fetch(`${url}/oauth/interaction/x`, { headers })
  expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('Open your link again')])
})

test('a database that fails while the issuer asks who it is, fails in the log', async () => {
  const lines = loggedLines()
  const find = vi.spyOn(database.prisma.signInLink, 'findFirst').mockRejectedValueOnce(new Error('gone'))
  const headers = { cookie: 'peo-sign-in-link=x' }
  const page = await app.fetch(`${url}/oauth/interaction/x`, { headers })
  find.mockRestore()
  const told = await page.text()
  expect(page.status).toBe(500)
  expect(lines().some(({ errorId = '?' }) => told.includes(errorId))).toBe(true)
})

test('without a link the issuer says how to get one', async () => {
  const page = await cookieBrowser(app).visit('/auth/sign-in')
  expect([page.status, await page.text()]).toEqual([401, expect.stringContaining('createSignInLink')])
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
  ['a typed address', { 'sec-fetch-site': 'none' }],
  ['another origin', { origin: 'http://evil.example' }],
  ['no browser', {}],
])('a request of %s has no session, and can neither use a link nor sign out', async (_, proof) => {
  const { t } = await newStaff(database)
  const browser = cookieBrowser(app)
  await browser.visit('/sign-in-link', { t })
  const headers = { cookie: browser.cookies('/graphql'), ...proof }
  expect(await viewerOf(headers)).toEqual(nobody)
  const get = await app.fetch(`${url}/graphql?query=${encodeURIComponent(viewer)}`, { headers })
  expect(await get.json()).toEqual({ data: { viewer: nobody } })
  const other = await newStaff(database)
  for (const path of ['/auth/sign-out', '/sign-in-link']) {
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.fetch(`${url}${path}`, { method: 'POST', headers: form, body: `t=${other.t}` })
    expect([path, answer.status]).toEqual([path, 403])
  }
  expect(await viewerOf(ownPage(browser))).toMatchObject({ role: 'STAFF' })
  expect((await cookieBrowser(app).visit('/sign-in-link', { t: other.t })).status).toBe(303)
})

test('signing out is not refused for what others failed at', async () => {
  const counted = createApp(database, { pointsPerMinute: 60_000 })
  const { t } = await newStaff(database)
  const browser = cookieBrowser(counted)
  await browser.visit('/sign-in-link', { t })
  for (let tries = 0; tries < 70; tries++) await counted.fetch(`${url}/auth/callback?code=x&state=${tries}`)
  const foreign = { 'sec-fetch-site': 'cross-site' }
  for (let tries = 0; tries < 70; tries++) {
    await counted.fetch(`${url}/auth/sign-out`, { method: 'POST', headers: { ...foreign } })
  }
  const out = await browser.visit('/auth/sign-out', {})
  expect([out.status, browser.cookies('/graphql')]).toEqual([303, ''])
})

test.each([
  ['PUT', '/sign-in-link', 'GET, POST'],
  ['GET', '/auth/sign-out', 'POST'],
])('%s of %s is told which methods there are', async (method, path, allow) => {
  const answer = await app.fetch(`${url}${path}`, { method })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
})

test('who is removed on the way in is asked who it is', async () => {
  const { t, id } = await newStaff(database)
  await newStaff(database)
  const browser = cookieBrowser(app)
  const lines = loggedLines()
  const stopped = await browser.visit('/sign-in-link', { t }, '/auth/sign-in')
  expect(stopped.headers.get('location')).toBe('/auth/sign-in')
  const interaction = await until(browser, '/auth/sign-in', /^\/oauth\/interaction\//)
  const resume = await until(browser, interaction, /^\/oauth\/authorize\//)
  await database.prisma.staffAccount.delete({ where: { id } })
  const page = await browser.visit(resume)
  expect(page.status).toBe(401)
  expect(lines()).toEqual([])
})

/** Follows redirects up to a path that is like this. */
async function until(browser: CookieBrowser, from: string, path: RegExp): Promise<string> {
  for (let at = from; ; ) {
    const next = await browser.step(at)
    if (path.test(next)) return next
    at = next
  }
}

test('who signs in anew in a browser ends the session before', async () => {
  const [first, second] = [await newStaff(database), await newStaff(database)]
  const browser = cookieBrowser(app)
  await browser.visit('/sign-in-link', { t: first.t })
  const before = ownPage(browser)
  await browser.visit('/sign-in-link', { t: second.t })
  expect([
    await viewerOf(before),
    await database.prisma.staffSession.count({ where: { accountId: first.id } }),
  ]).toEqual([nobody, 0])
})
