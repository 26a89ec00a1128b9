import { randomInt } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { chromiumArguments, chromiumPath } from './browser.ts'
import { type FieldedWave, fieldedWave } from './fielded-wave.ts'
import { startService } from './started-service.ts'

let browser: Browser
let wave: FieldedWave
let origin: string
/** The same service, of another site than the machine's address. */
let local: string
beforeAll(async () => {
  if (chromiumPath === undefined) return
  // As people have it: pages that are left stay in memory, as they were, for who goes back.
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...chromiumArguments, '--headless=new'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const database = await testDatabase('examples')
  origin = await startService(database)
  local = await startService(database, 'localhost')
  wave = await fieldedWave(database)
})
afterAll(() => browser?.close())

const press = (page: Page, name: string) =>
  Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()])

const words = 'between us'

/** More than fits in a cookie: then pages are answers to forms, with no address of their own. */
const long = `${words} ${Array.from({ length: 1900 }, () => String.fromCharCode(randomInt(0x4e00, 0x9fff))).join('')}`

/** Fills in what is known again, up to the overview of all answers. */
async function fillIn(page: Page, { address, answer }: { address: string; answer: string }): Promise<void> {
  await page.goto(address)
  await press(page, 'Beginnen')
  while (!(await page.getByRole('button', { name: 'Versturen' }).isVisible())) {
    for (const field of await page.locator('textarea').all()) await field.fill(answer)
    await press(page, 'Verder')
  }
  expect(await page.content()).toContain(words)
}

/** Whether pressing Back, as often as it can be, shows what was filled in, or asking for the page that is there again. */
async function showsAnswers(page: Page): Promise<boolean> {
  const client = await page.context().newCDPSession(page)
  const history = () => client.send('Page.getNavigationHistory')
  const { currentIndex, entries } = await history()
  expect(currentIndex).toBeGreaterThan(3)
  for (const [index, { id }] of [...entries.slice(0, currentIndex).entries()].reverse()) {
    await client.send('Page.navigateToHistoryEntry', { entryId: id })
    await expect.poll(async () => (await history()).currentIndex, { timeout: 30_000 }).toBe(index)
    if (await shows(page, words)) return true
    await page.reload()
    if (await shows(page, words)) return true
  }
  return false
}

/** Whether the page has the words, once it has stopped changing. */
const shows = (page: Page, text: string): Promise<boolean> =>
  vi.waitFor(
    async () => {
      expect(await page.evaluate(() => document.readyState)).toBe('complete')
      return (await page.content()).includes(text)
    },
    { timeout: 30_000 },
  )

/** A page of another site that links to the questionnaire, as a mail that is read in the browser does. */
async function startMail(address: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(`<a href="${address}">Naar de vragenlijst</a>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.skipIf(chromiumPath === undefined)('who goes back in a browser that keeps pages in memory', () => {
  test.each([
    ['sent', 'in a cookie', 'Versturen', words],
    ['sent', 'in the form', 'Versturen', long],
    ['erased', 'in a cookie', 'Wissen en stoppen', words],
    ['erased', 'in the form', 'Wissen en stoppen', long],
  ])('sees no answers that were %s, kept %s', async (_done, _kept, button, answer) => {
    const context = await browser.newContext({ locale: 'nl-NL' })
    const page = await context.newPage()
    await fillIn(page, { address: `${origin}/answer/${wave.link}`, answer })
    await press(page, button)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/verstuurd|gewist/)
    expect(await showsAnswers(page)).toBe(false)
    await context.close()
  })
})

test.skipIf(chromiumPath === undefined)(
  'who comes from a mail chooses whether to go on with what somebody filled in on the device',
  async () => {
    const context = await browser.newContext({ locale: 'nl-NL' })
    onTestFinished(() => context.close())
    const address = `${local}/answer/${wave.link}`
    const first = await context.newPage()
    await fillIn(first, { address, answer: words })
    await first.close()
    const page = await context.newPage()
    await page.goto(await startMail(address))
    await Promise.all([page.waitForNavigation(), page.getByRole('link').click()])
    expect(page.url()).toBe(address)
    await press(page, 'Beginnen')
    expect(await page.content()).not.toContain(words)
    expect(await page.content()).toContain('Op dit apparaat staat nog wat u eerder invulde')
    await press(page, 'Wissen en opnieuw beginnen')
    while (!(await page.getByRole('button', { name: 'Versturen' }).isVisible())) await press(page, 'Verder')
    expect(await page.content()).not.toContain(words)
  },
)
