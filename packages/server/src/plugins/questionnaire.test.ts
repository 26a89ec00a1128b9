import { randomBytes } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { hiddenFields, invited as invitedTo, postForm } from '../collection/testing/asked-wave.ts'
import { storedAnswers } from '../collection/testing/stored-answers.ts'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'

const origin = 'http://localhost:4000'
let database: Database
let app: App

beforeAll(async () => {
  database = await testDatabase('empty')
  app = createApp(database)
})

const invited = (wave?: Record<string, unknown>) => invitedTo(database, wave)

const get = (path: string, headers: Record<string, string> = {}) => app.fetch(`${origin}${path}`, { headers })

const post = (path: string, fields: Record<string, string> | URLSearchParams, headers = {}) =>
  postForm(app, path, fields, headers)

const hidden = hiddenFields

test('a page runs nothing, is kept by nobody, and tells no other site where it was', async () => {
  const { path } = await invited()
  const answer = await get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await answer.text()).not.toMatch(/<script|https?:\/\//)
})

test('without cookies, the form has all that was filled in, and only that is stored which is asked', async () => {
  const { path, waveId } = await invited({ organisation: 'org_b' })
  expect((await post(path, { go: 'begin' })).headers.get('location')).toBe(`${path}?page=1&lang=nl`)
  const first = await (await get(`${path}?page=1`)).text()
  expect(first).not.toContain('Employer')
  const second = await (
    await post(path, { ...hidden(first), 'q.pressure': '1', 'q.joy': '7', go: 'next' })
  ).text()
  expect(hidden(second)).toEqual({ lang: 'nl', page: '2', 'q.pressure': '1', 'q.joy': '7' })
  const answers = { 'q.causes': 'rules', 'q.comment': ' so\r\nbe it ' }
  const overview = await (await post(path, { ...hidden(second), ...answers, go: 'next' })).text()
  expect(hidden(overview)).toMatchObject({ page: 'check', 'q.comment': 'so\nbe it' })
  const changed = await (await post(path, { ...hidden(overview), go: 'change-pressure' })).text()
  const again = await (
    await post(path, { ...hidden(changed), 'q.pressure': '2', 'q.joy': '8', go: 'next' })
  ).text()
  expect(hidden(again)).not.toHaveProperty('q.causes')
  expect(hidden(again).token).not.toBe(hidden(overview).token)
  const sent = await post(path, { ...hidden(again), 'q.employer': 'org_a', go: 'send' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/answer/sent-without-cookies?lang=nl'])
  expect(await (await get('/answer/sent-without-cookies')).text()).toContain('Sluit hem, zodat niemand')
  expect(await (await get('/answer/sent')).text()).not.toContain('Sluit')
  expect(await storedAnswers(database.prisma, waveId)).toEqual([
    { employer: 'org_b', pressure: '2', joy: 8, comment: 'so\nbe it' },
  ])
  const twice = await post(path, { ...hidden(again), go: 'send' })
  expect(twice.headers.get('location')).toBe(sent.headers.get('location'))
  expect((await post(path, { ...hidden(overview), go: 'send' })).status).toBe(410)
})

test('a double click on Send stores one answer, by a code as by a link', async () => {
  const { code, link, waveId } = await invited()
  for (const secret of [code, link]) {
    const path = `/answer/${secret}`
    const overview = await (await post(path, { page: '2', 'q.joy': '7', go: 'next' })).text()
    const clicks = [1, 2].map(() => post(path, { ...hidden(overview), go: 'send' }))
    for (const answer of await Promise.all(clicks))
      expect(answer.headers.get('location')).toBe('/answer/sent-without-cookies?lang=nl')
  }
  expect(await storedAnswers(database.prisma, waveId)).toHaveLength(2)
})

test('a browser with cookies gets an address for each page; the cookie holds no code', async () => {
  const { path, code, link } = await invited()
  const begun = await post(path, { go: 'begin' })
  const [first = ''] = begun.headers.getSetCookie()
  expect(first).toMatch(
    new RegExp(`^peo-answers=[\\w-]+; Path=${path}; Max-Age=604800; HttpOnly; SameSite=Strict$`),
  )
  const { visit = '' } = hidden(await (await get(`${path}?page=1`, { cookie: first.split(';')[0]! })).text())
  expect(visit).toMatch(/^[\w-]{43}$/)
  const fields = { page: '1', lang: 'en', visit, 'q.employer': 'org_a', 'q.joy': '7', go: 'next' }
  const next = await post(path, fields, { cookie: first.split(';')[0] })
  expect([next.status, next.headers.get('location')]).toEqual([303, `${path}?page=2&lang=en`])
  const [cookie = ''] = next.headers.getSetCookie()
  const kept = cookie.split(';')[0]!
  expect(inflateRawSync(Buffer.from(kept.split('=')[1]!, 'base64url')).toString()).not.toContain(code)
  expect(hidden(await (await get(`${path}?page=2`, { cookie: kept })).text())).toMatchObject({
    'q.joy': '7',
    lang: 'en',
  })
  expect(await (await get(path, { cookie: kept })).text()).toContain('Go on where you were')
  expect(await (await get(`${path}?page=2`)).text()).toContain('Wat gebeurt er met uw antwoorden?')
  const erased = await post(path, { visit, go: 'erase' }, { cookie: kept })
  expect(await erased.text()).toContain('Everything is erased')
  expect(erased.headers.getSetCookie()[0]).toContain(`=; Path=${path}; Max-Age=0`)
  const shared = await post(`/answer/${link}`, { go: 'begin' })
  expect(shared.headers.getSetCookie()[0]).toContain('Max-Age=3600')
  const words = randomBytes(3000).toString('hex')
  const long = await post(path, { ...fields, 'q.comment': words, go: 'lang-en' }, { cookie: kept })
  expect([long.status, hidden(await long.text())['q.comment']]).toEqual([200, words])
})

test('what is wrong has an address too where the cookie holds all, and is told there until it is mended', async () => {
  const { path } = await invited()
  const [begun = ''] = (await post(path, { go: 'begin' })).headers.getSetCookie()
  const first = { cookie: begun.split(';')[0]! }
  const fields = hidden(await (await get(`${path}?page=1`, first)).text())
  const wrong = await post(path, { ...fields, 'q.joy': '11', go: 'next' }, first)
  const location = `${path}?page=1&lang=nl&problems=1`
  expect([wrong.status, wrong.headers.get('location')]).toEqual([303, location])
  const then = { cookie: wrong.headers.getSetCookie()[0]!.split(';')[0]! }
  const told = await get(location, then)
  expect(told.status).toBe(422)
  expect(await told.text()).toContain('Vul een getal in')
  const right = await post(path, { ...fields, 'q.joy': '7', go: 'next' }, then)
  const now = { cookie: right.headers.getSetCookie()[0]!.split(';')[0]! }
  expect((await get(location, now)).status).toBe(200)
})

test('a form of a visit that is over shows nothing of it, and stores nothing', async () => {
  const { path, waveId, link } = await invited()
  const words = randomBytes(3000).toString('hex')
  const cookieOf = (answer: Response) => ({ cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! })
  for (const at of [path, `/answer/${link}`]) {
    const begun = cookieOf(await post(at, { go: 'begin' }))
    const fields = hidden(await (await get(`${at}?page=1`, begun)).text())
    const filled = { ...fields, page: '2', 'q.joy': '7', 'q.comment': words }
    const page = await post(at, { ...filled, go: 'next' }, begun)
    expect([page.status, (await page.text()).includes(words)]).toEqual([422, true])
    const anew = cookieOf(await post(at, { go: 'again' }, begun))
    const erased = { cookie: '' }
    for (const [cookie, go] of [
      [erased, 'next'],
      [anew, 'next'],
      [anew, 'send'],
      [anew, 'erase'],
      [anew, 'lang-en'],
    ] as const) {
      const stale = await post(at, { ...filled, token: 'of-no-form', go }, cookie)
      expect([stale.status, stale.headers.get('location')]).toEqual([303, `${at}?lang=nl&over=1`])
      expect(stale.headers.getSetCookie()).toEqual([])
    }
    const { visit: _, ...withoutVisit } = filled
    const unknown = await post(at, { ...withoutVisit, go: 'next' }, anew)
    expect(unknown.headers.get('location')).toBe(`${at}?lang=nl&over=1`)
    const shown = await (await get(`${at}?lang=nl&over=1`)).text()
    expect(shown).toContain('van een bezoek dat voorbij is')
    expect(shown).not.toContain(words)
  }
  expect(await storedAnswers(database.prisma, waveId)).toEqual([])
})

test('a text that is too long is told at its question, and kept, however long', async () => {
  const { path } = await invited()
  const words = '汉'.repeat(20_000)
  const answer = await post(path, { page: '2', 'q.joy': '7', 'q.comment': words, go: 'next' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Maak uw antwoord korter')
  expect(page).toContain(words)
  expect(hidden(page)['q.joy']).toBe('7')
})

test('who begins where answers are kept chooses first whether to go on with them', async () => {
  const { path } = await invited()
  const begun = await post(path, { go: 'begin' })
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]!.split(';')[0]!
  const fields = { ...hidden(await (await get(`${path}?page=1`, { cookie: cookieOf(begun) })).text()) }
  const filled = await post(path, { ...fields, 'q.joy': '7', go: 'next' }, { cookie: cookieOf(begun) })
  const kept = { cookie: cookieOf(filled) }
  const again = await post(path, { lang: 'en', go: 'begin' }, kept)
  expect([again.status, again.headers.get('location')]).toEqual([303, `${path}?lang=en`])
  expect(again.headers.getSetCookie()).toEqual([])
  expect(await (await get(`${path}?lang=en`, kept)).text()).toContain('Erase and begin again')
  const resumed = await post(path, { go: 'goOn' }, kept)
  expect(resumed.headers.get('location')).toBe(`${path}?page=2&lang=nl`)
})

test.each([
  [{}, 200],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'content-type': 'text/plain' }, 415],
  [{ 'content-type': 'multipart/form-data; boundary=x' }, 415],
])('a form sent with %o gets %i', async (headers, status) => {
  const { path } = await invited()
  expect((await post(path, { page: '1', go: 'next' }, headers)).status).toBe(status)
})

test.each([
  [origin, 200],
  ['null', 200],
  ['https://elsewhere.example', 403],
])('of a browser that says no more than the origin %s, a form gets %i', async (from, status) => {
  const { path } = await invited()
  const request = { 'content-type': 'application/x-www-form-urlencoded', origin: from }
  const answer = await app.fetch(`${origin}${path}`, {
    method: 'POST',
    headers: request,
    body: 'page=1&go=next',
  })
  expect(answer.status).toBe(status)
})

test('who cannot answer is told why, in their language', async () => {
  const closed = await invited({ fieldworkTo: new Date('2020-02-01') })
  const draft = await invited({ draft: true })
  const open = await invited()
  const ask = async (path: string, language = 'en') => {
    const answer = await get(path, { 'accept-language': language })
    return [answer.status, /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1]]
  }
  expect(await ask(closed.path)).toEqual([410, 'The questionnaire is closed'])
  expect(await ask(draft.path)).toEqual([403, 'The questionnaire is not open yet'])
  expect(await ask('/answer/0000-0000-0000-0000')).toEqual([404, 'We do not know this code'])
  expect(await ask('/answer/%E0%A4%A', 'fr, nl;q=0.5')).toEqual([404, 'Deze code kennen we niet'])
  expect(await ask('/answer/%00')).toEqual([404, 'We do not know this code'])
  expect(await ask(`${open.path}/more`)).toEqual([404, undefined])
  expect((await post(open.path, { 'q.comment': 'x'.repeat(1_300_000) })).status).toBe(413)
  expect((await app.fetch(`${origin}${open.path}`, { method: 'PUT' })).status).toBe(405)
  const head = await app.fetch(`${origin}${open.path}`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('a code may be typed in small letters without dashes; one that there is not is asked for again', async () => {
  const { code } = await invited()
  const typed = code.toLowerCase().replaceAll('-', '')
  expect((await post('/answer', { code: ` ${typed} ` })).headers.get('location')).toBe(`/answer/${code}`)
  for (const spelling of [
    typed,
    ` ${code}`.replaceAll('0', 'O'),
    `%${code.charCodeAt(0).toString(16)}${typed.slice(1)}`,
  ]) {
    const asked = await post(`/answer/${spelling}?page=1&lang=en`, { go: 'begin' })
    expect([asked.status, asked.headers.get('location')]).toEqual([308, `/answer/${code}?page=1&lang=en`])
  }
  for (const path of ['/answer', `/answer/${code}`]) {
    const slashed = await get(`${path}/?lang=en`)
    expect([slashed.status, slashed.headers.get('location')]).toEqual([308, `${path}?lang=en`])
  }
  const wrong = await post('/answer', { code: '"><b>', lang: 'en' })
  expect(wrong.status).toBe(404)
  expect(await wrong.text()).toContain('value="&quot;&gt;&lt;b&gt;"')
})

test('what a browser keeps goes with the code, at its own address alone', async () => {
  const used = await invited()
  const sent = await post(used.path, { go: 'send' })
  const closed = await invited({ fieldworkTo: new Date('2020-02-01') })
  const cookies = [sent, await get(used.path), await post(used.path, { go: 'erase' }), await get(closed.path)]
  const revoked = await invited()
  await database.prisma.invitation.updateMany({ data: { revoked: true } })
  cookies.push(await get(revoked.path))
  const paths = [used, used, used, closed, revoked].map(({ path }) => path)
  expect(cookies.map((answer) => answer.headers.getSetCookie())).toEqual(
    paths.map((path) => [`peo-answers=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Strict`]),
  )
  expect((await get('/answer/x;Path=/')).headers.getSetCookie()).toEqual([])
})
